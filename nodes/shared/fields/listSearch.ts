import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { uniq } from 'lodash';
import {
	channelStateOf,
	getChannels,
	transports,
	type channelReply,
} from '../../../api/v3/channels';
import { getWabaTemplates, type WabaTemplate } from '../../../api/v3/templates';
import { getUsers, type userReply } from '../../../api/v3/users';
import type { z } from 'zod/v4';
import { sameCode } from '../../../api/codes';
import { readRows } from '../runners/paged';
import { callOn, type CallFunction } from '../transport/call';
import { connect } from '../transport/accounts';

/** Channels by name, number or messenger, each with its state, those that can send first. */
export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return listChannels(await (await caller(this))({ endpoint: getChannels }), filter);
}

/** What tells a channel apart; the API of 2021 gives no name. */
type ListedChannel = Pick<
	z.infer<typeof channelReply>,
	'channelId' | 'transport' | 'plainId' | 'state'
> & { name?: string | null };

/** Channels as a picker shows them. */
export function listChannels(channels: ListedChannel[], filter?: string): INodeListSearchResult {
	const rows = channels
		.map(({ channelId, name, plainId, transport, state }) => {
			const messenger =
				transports.find(({ value }) => sameCode(value, transport))?.name ?? transport ?? 'Channel';
			const stateOf = channelStateOf(state ?? '');
			const ready = stateOf?.canSend === true;
			const note = ready ? 'active' : (stateOf?.meaning ?? state ?? 'state unknown');
			// The editor cuts the end off, so what tells channels apart comes first.
			const [label = channelId, ...rest] = uniq([name, messenger, plainId].filter(Boolean));
			return { name: [`${label} (${note})`, ...rest].join(' · '), value: channelId, ready };
		})
		.sort(
			(one, other) => Number(other.ready) - Number(one.ready) || one.name.localeCompare(other.name),
		);
	return { results: matching(rows, filter) };
}

/** Employees by name. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const users = await readRows<typeof getUsers, z.infer<typeof userReply>>(await caller(this), {
		endpoint: getUsers,
		rows: (reply) => (Array.isArray(reply) ? reply : reply.data),
	});
	return {
		results: matching(
			users.map(({ id, name }) => ({ name: name ?? String(id), value: String(id) })),
			filter,
		),
	};
}

/** WABA templates by title, each with its language and, when it cannot be sent, its state; approved ones first. */
export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const templates = await readRows<typeof getWabaTemplates, WabaTemplate>(await caller(this), {
		endpoint: getWabaTemplates,
		rows: (reply) => reply,
	});
	const rows = templates
		.map(({ templateGuid, title, name, language, status }) => {
			const ready = sameCode(status, 'approved');
			const label = [title ?? name ?? templateGuid, language].filter(Boolean).join(' · ');
			return {
				name: `${label} (${status ?? 'state unknown'})`,
				value: templateGuid,
				ready,
			};
		})
		.sort(
			(one, other) => Number(other.ready) - Number(one.ready) || one.name.localeCompare(other.name),
		);
	return { results: matching(rows, filter) };
}

/** Sends requests for lists and fields of the editor; throws the NodeApiError that the editor shows. */
export async function caller(functions: ILoadOptionsFunctions): Promise<CallFunction> {
	return callOn(await connect(functions, 'wazzupApi'));
}

/** Rows whose label or id contains the text that was typed. */
export function matching(rows: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return rows
		.filter(({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted))
		.map(({ name, value }) => ({ name, value }));
}
