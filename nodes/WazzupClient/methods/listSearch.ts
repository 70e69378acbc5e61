import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { sortBy } from 'lodash';
import { sameCode } from '../../../api/codes';
import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import { entitiesOf } from '../../../api/tech/common';
import { getTemplates, templateReply } from '../../../api/tech/templates';
import { getUsers, userReply } from '../../../api/tech/users';
import { getWabaTemplates, wabaTemplateReply } from '../../../api/tech/wabaTemplates';
import { matching } from '../../shared/fields/listSearch';
import { callerOf } from '../../shared/tech/account';

export { searchChannels } from '../../shared/tech/channels';

/** Employees by name. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const users = await readList(this, getUsers, userReply);
	const rows = users.flatMap(({ id, name }) => row(id, [name]));
	return { results: matching(rows, filter) };
}

/** Quick answers by name, in the order in which Wazzup lists them. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await readList(this, getTemplates, templateReply);
	const rows = templates.flatMap(({ id, template_id, name }) => row(id ?? template_id, [name]));
	return { results: matching(rows, filter) };
}

/** WABA templates by title, each with its language and status, approved ones first. */
export async function searchWabaTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await readList(this, getWabaTemplates, wabaTemplateReply);
	const rows = sortBy(templates, ({ status }) => !sameCode(status, 'approved')).flatMap(
		({ id, template_id, title, name, language, status }) =>
			row(id ?? template_id, [title ?? name, language, status]),
	);
	return { results: matching(rows, filter) };
}

/** The entities of a list that no document shows; what is not of the likely form is left out of the picker. */
async function readList<Row extends z.ZodType>(
	functions: ILoadOptionsFunctions,
	endpoint: AnyEndpoint,
	contract: Row,
): Promise<Array<z.output<Row>>> {
	const reply = await (await callerOf(functions))({ endpoint });
	return entitiesOf(reply).flatMap((entity) => contract.safeParse(entity).data ?? []);
}

/** One row of a picker, none without an id. */
function row(
	id: string | number | null | undefined,
	labels: Array<string | null | undefined>,
): INodeListSearchItems[] {
	if (id === null || id === undefined) return [];
	return [{ name: labels.filter(Boolean).join(' · ') || String(id), value: String(id) }];
}
