import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { sameCode } from '../../../api/codes';
import { getChannels, techTransports } from '../../../api/tech/channels';
import { channelRows } from '../fields/channelRows';
import { matching } from '../fields/listSearch';
import { callerOf } from './account';

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
