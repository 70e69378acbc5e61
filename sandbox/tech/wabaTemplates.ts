import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import {
	createWabaTemplate,
	deleteWabaTemplate,
	getWabaTemplate,
	getWabaTemplates,
	updateWabaTemplate,
} from '../../api/tech/wabaTemplates';
import type { Answer, Call, Route } from '../surface';
import type { WabaTemplate } from './account';
import { accountOf, invalid, ok, unknown } from './answer';
import { read } from './checks';

/** The member that the page names and does not explain. */
const puzzling = z.looseObject({
	template: z.looseObject({ tricky_templates_priority: z.unknown().optional() }),
});

function withoutPuzzle(body: unknown): unknown {
	const given = puzzling.safeParse(body).data;
	if (!given) return body;
	const { tricky_templates_priority: _unused, ...template } = given.template;
	return { ...given, template };
}

function templateIn(call: Call): WabaTemplate {
	const template = accountOf(call).wabaTemplates.get(call.params.template_id ?? '');
	if (!template) throw unknown('template');
	return template;
}

function checkChannels(call: Call, channels: string[] = []): void {
	const { channels: known } = accountOf(call);
	const strays = channels.filter((id) => known.get(id)?.transport !== 'wapi');
	if (strays.length > 0) throw invalid(['template.channels must be WABA channels of the account']);
}

/** What is handed in waits for Meta: `moderate` of the control API gives the verdict. */
const statusFor = (isDraft: boolean | undefined) => (isDraft ? 'DRAFT' : 'PENDING');

function create(call: Call): Answer {
	const { template: given, is_draft } = read(createWabaTemplate.body, withoutPuzzle(call.body));
	checkChannels(call, given.channels);
	const status = statusFor(is_draft);
	const template = { id: randomUUID(), ...given, status, reason: null };
	accountOf(call).wabaTemplates.set(template.id, template);
	return ok(call, template);
}

/** A changed template is handed in anew. */
function update(call: Call): Answer {
	const { template = {}, is_draft } = read(updateWabaTemplate.body, withoutPuzzle(call.body));
	const known = templateIn(call);
	checkChannels(call, template.channels);
	return ok(call, Object.assign(known, template, { status: statusFor(is_draft), reason: null }));
}

function remove(call: Call): Answer {
	accountOf(call).wabaTemplates.delete(templateIn(call).id);
	return ok(call, null);
}

export const wabaTemplateRoutes: Route[] = [
	{ endpoint: createWabaTemplate, answer: create },
	{
		endpoint: getWabaTemplates,
		answer: (call) => ok(call, [...accountOf(call).wabaTemplates.values()]),
	},
	{ endpoint: getWabaTemplate, answer: (call) => ok(call, [templateIn(call)]) },
	{ endpoint: updateWabaTemplate, answer: update },
	{ endpoint: deleteWabaTemplate, answer: remove },
];
