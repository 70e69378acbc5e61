import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getLegacyChannels } from '../../../api/legacy/channels';
import { getLegacyUsers } from '../../../api/legacy/users';
import { caller, listChannels, matching } from '../../shared/fields/listSearch';

/** Channels by number or messenger, each with its state, those that can send first. */
export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return listChannels(await (await caller(this))({ endpoint: getLegacyChannels }), filter);
}

/** Employees by name. An id keeps its type. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const users = await (await caller(this))({ endpoint: getLegacyUsers });
	const rows = users.map(({ id, name }) => ({ name: name ?? String(id), value: id }));
	return { results: matching(rows, filter) };
}
