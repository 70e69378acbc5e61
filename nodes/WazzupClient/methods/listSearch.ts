import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { sortBy } from 'lodash';
import { sameCode } from '../../../api/codes';
import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import { getChannels, techTransports } from '../../../api/tech/channels';
import { entitiesOf } from '../../../api/tech/common';
import { getTemplates, templateReply } from '../../../api/tech/templates';
import { getUsers, userReply } from '../../../api/tech/users';
import { getWabaTemplates, wabaTemplateReply } from '../../../api/tech/wabaTemplates';
import { channelRows } from '../../shared/fields/channelRows';
import { matching } from '../../shared/fields/listSearch';
import { callerOf } from '../account';

/** Channels by name, number or messenger, each with its state, those that can send first. */
export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { data } = await (await callerOf(this))({ endpoint: getChannels });
	const rows = data.map(({ channel_id, name, phone, username, transport, state, status }) => {
		const messenger =
			techTransports.find(({ value }) => sameCode(value, transport))?.name ?? transport;
		return { id: channel_id, labels: [name, messenger, phone, username], state: state ?? status };
	});
	return { results: matching(channelRows(rows), filter) };
}

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
