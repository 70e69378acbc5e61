import { randomUUID } from 'node:crypto';
import {
	createTemplate,
	deleteTemplate,
	getTemplate,
	getTemplates,
	updateTemplate,
} from '../../api/tech/templates';
import type { Answer, Call, Route } from '../surface';
import type { Template } from './account';
import { accountOf, ok, unknown } from './answer';
import { readBody } from './checks';

function templateIn(call: Call): Template {
	const template = accountOf(call).templates.get(call.params.template_id ?? '');
	if (!template) throw unknown('template');
	return template;
}

function create(call: Call): Answer {
	const template = { id: randomUUID(), files: [], ...readBody(createTemplate, call) };
	accountOf(call).templates.set(template.id, template);
	return ok(call, template);
}

/** By their place. */
function list(call: Call): Answer {
	const templates = [...accountOf(call).templates.values()];
	return ok(
		call,
		templates.sort((a, b) => a.order - b.order),
	);
}

const update = (call: Call): Answer =>
	ok(call, Object.assign(templateIn(call), readBody(updateTemplate, call)));

function remove(call: Call): Answer {
	accountOf(call).templates.delete(templateIn(call).id);
	return ok(call, null);
}

export const templateRoutes: Route[] = [
	{ endpoint: createTemplate, answer: create },
	{ endpoint: getTemplates, answer: list },
	{ endpoint: getTemplate, answer: (call) => ok(call, [templateIn(call)]) },
	{ endpoint: updateTemplate, answer: update },
	{ endpoint: deleteTemplate, answer: remove },
];
