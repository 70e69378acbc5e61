import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { sameCode } from '../../../../api/codes';
import { templateVariables, type WabaTemplate } from '../../../../api/v3/templates';

const text = z.string().nullable();

/** A template as a person chooses one: what it says, whether it can be sent, and what has to be filled in. */
export const simplifiedTemplate = z.object({
	templateGuid: z.string(),
	title: text,
	name: text,
	status: text,
	category: text,
	language: text,
	channels: z.array(z.string()),
	/** `TEXT`, `IMAGE`, `VIDEO` or `DOCUMENT`; null without a header. */
	headerFormat: text,
	/** Text of the body, with its placeholders. */
	text,
	/** Texts of the buttons. */
	buttons: z.array(z.string()),
	/** Names of the variables in the order in which they are filled. */
	variables: z.array(z.string()),
});

export function simplifyTemplate(template: WabaTemplate): IDataObject {
	const { templateGuid, title, name, status, category, language, channels } = template;
	const part = (type: string) => template.components?.find((one) => sameCode(one.type, type));
	const buttons = part('BUTTONS')?.buttons ?? [];
	return {
		templateGuid,
		title: title ?? null,
		name: name ?? null,
		status: status ?? null,
		category: category ?? null,
		language: language ?? null,
		channels: channels ?? [],
		headerFormat: part('HEADER')?.format ?? null,
		text: part('BODY')?.text ?? null,
		buttons: buttons.flatMap((button) => button.text ?? []),
		variables: templateVariables(template).map((variable) => variable.name),
	} satisfies z.infer<typeof simplifiedTemplate>;
}
