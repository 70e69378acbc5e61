import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { uniq } from 'lodash';
import { sameCode } from '../../../api/codes';
import { getChannels, techTransports } from '../../../api/tech/channels';
import { matching } from '../fields/listSearch';
import { callerOf } from './account';

/** Channels by name, number or messenger, each with its state, those that can send first. */
export async function searchChannels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { data } = await (await callerOf(this))({ endpoint: getChannels });
	const rows = data
		.map(({ channel_id, name, phone, username, transport, state, status }) => {
			const messenger =
				techTransports.find(({ value }) => sameCode(value, transport))?.name ?? transport;
			const ready = sameCode(state ?? status, 'active');
			// The editor cuts the end off, so what tells channels apart comes first.
			const [label = channel_id, ...rest] = uniq(
				[name, messenger, phone, username].filter(Boolean),
			).map(String);
			const note = state ?? status ?? 'state unknown';
			return { name: [`${label} (${note})`, ...rest].join(' · '), value: channel_id, ready };
		})
		.sort(
			(one, other) => Number(other.ready) - Number(one.ready) || one.name.localeCompare(other.name),
		);
	return { results: matching(rows, filter) };
}
