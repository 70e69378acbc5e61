import { z } from 'zod/v4';
import { sameCode } from '../codes';
import { defineEndpoint } from '../endpoint';
import { replyText as text } from './common';

const source = 'A.13 P-TPL';

const button = z.looseObject({
	type: text,
	text,
	url: text,
	example: z.unknown().optional(),
});

const component = z.looseObject({
	type: text,
	format: text,
	text,
	/** An array in the documents, an object of `header_text` and `body_text` in live replies. */
	example: z.unknown().optional(),
	buttons: z.array(button).nullish(),
});

/** A WABA template. `status` is lower case in live replies and may be one no document names (`archived`). */
export const wabaTemplateReply = z.looseObject({
	templateGuid: z.string(),
	accountId: text,
	title: text,
	name: text,
	waba: z.looseObject({ wabaId: text, wabaName: text }).nullish(),
	channels: z.array(z.string()).nullish(),
	category: text,
	language: text,
	status: text,
	rejected_reason: text,
	namespace: text,
	components: z.array(component).nullish(),
	/** `@template: <guid> { [[name]]; [[name]] }`: in no document, present in live replies. */
	templateCode: text,
});

export type WabaTemplate = z.infer<typeof wabaTemplateReply>;

export const getWabaTemplates = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/templates/whatsapp',
	auth: 'apiKey',
	sidecar: true,
	query: z.object({
		limit: z.number().int().min(1).optional(),
		offset: z.number().int().min(0).optional(),
	}),
	reply: z.array(wabaTemplateReply),
	paging: { size: 100, takesLimit: true },
	repeat: 'safe',
	source,
});

/** A place of a template that a value fills. */
export interface TemplateVariable {
	/** Unique within the template. */
	name: string;
	component: 'HEADER' | 'BODY' | 'BUTTONS';
	/** The value that Meta's reviewers were shown. */
	example?: string;
}

/**
 * The variables of a template in the order in which `templateValues` fills them.
 * `templateCode` gives order and names where it is present; otherwise they are counted as Meta does:
 * header, body, then the buttons that open a URL (A.13).
 */
export function templateVariables(
	template: Pick<WabaTemplate, 'components' | 'templateCode'>,
): TemplateVariable[] {
	const places = placesOf(template.components ?? []);
	const names = namesInCode(template.templateCode ?? '');
	const variables = names ? names.map((name, index) => named(name, places, index, names)) : places;
	const seen = new Map<string, number>();
	return variables.map(({ name, component: where, example }) => {
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return {
			name: count === 1 ? name : `${name} (${count})`,
			component: where,
			...(example === undefined ? {} : { example }),
		};
	});
}

/** The names between `[[` and `]]`, or `undefined` where there is no code to read them from. */
function namesInCode(code: string): string[] | undefined {
	const values = /\{([\s\S]*)\}/.exec(code)?.[1];
	return values === undefined
		? undefined
		: [...values.matchAll(/\[\[([\s\S]*?)\]\]/g)].map((found) => (found[1] ?? '').trim());
}

/** The n-th name stands at the n-th place, unless the code and the components disagree about how many there are. */
function named(
	name: string,
	places: TemplateVariable[],
	index: number,
	names: string[],
): TemplateVariable {
	const place = names.length === places.length ? places[index] : undefined;
	if (place) return { name, component: place.component, example: place.example };
	if (/^header/i.test(name)) return { name, component: 'HEADER' };
	return { name, component: /^button/i.test(name) ? 'BUTTONS' : 'BODY' };
}

function placesOf(components: Array<z.infer<typeof component>>): TemplateVariable[] {
	const ofType = (type: string) => components.filter((part) => sameCode(part.type, type));
	const inTexts = (type: 'HEADER' | 'BODY') =>
		ofType(type).flatMap((part) => placesIn(part.text, type, examplesOf(part.example)));
	const links = ofType('BUTTONS')
		.flatMap((part) => part.buttons ?? [])
		.flatMap((each) => placesIn(each.url, 'BUTTONS', examplesOf(each.example)));
	return [...inTexts('HEADER'), ...inTexts('BODY'), ...links];
}

/** One place per different `{{…}}`; Meta fills the same one everywhere with the same value. */
function placesIn(
	content: string | null | undefined,
	where: TemplateVariable['component'],
	examples: string[],
): TemplateVariable[] {
	const found = [...(content ?? '').matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)].map(
		(match) => match[1] ?? '',
	);
	const placeholders = [...new Set(found)];
	// Numbered ones may stand in another order in the text than they are filled in.
	if (placeholders.every((each) => /^\d+$/.test(each))) placeholders.sort((a, b) => +a - +b);
	const label = { HEADER: 'Header', BODY: 'Body', BUTTONS: 'Button' }[where];
	return placeholders.map((placeholder, index) => ({
		name: /^\d+$/.test(placeholder) ? `${label} ${placeholder}` : placeholder,
		component: where,
		example: examples[index],
	}));
}

const record = z.record(z.string(), z.unknown());

/** The texts of an `example`, however deep: `["a"]`, `[["a"]]`, `{ body_text: [["a"]] }`, `{ body_text_named_params: [{ example: "a" }] }`. */
function examplesOf(example: unknown): string[] {
	if (typeof example === 'string') return [example];
	if (Array.isArray(example)) return example.flatMap(examplesOf);
	const fields = record.safeParse(example).data ?? {};
	if ('example' in fields) return examplesOf(fields.example);
	return Object.values(fields).flatMap(examplesOf);
}
