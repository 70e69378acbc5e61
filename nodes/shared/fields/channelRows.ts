import type { INodeListSearchItems } from 'n8n-workflow';
import { uniq } from 'lodash';
import { channelStateOf } from '../../../api/v3/channels';

/** What a list shows of a channel; what is not known is empty. */
export interface ListedChannel {
	id: string;
	/** From the most to the least telling: its name, messenger, phone number, username. */
	labels: Array<string | number | null | undefined>;
	/** As Wazzup spells it; the names are those of v3, which tech shares as far as is known. */
	state: string | null | undefined;
}

/** The rows of a list of channels: each with what keeps it from sending, those that can send first. */
export function channelRows(channels: ListedChannel[]): INodeListSearchItems[] {
	const rows = channels.map(({ id, labels, state }) => {
		const known = channelStateOf(state ?? '');
		const isReady = known?.canSend === true;
		const note = isReady ? 'active' : known?.meaning || state || 'state unknown';
		// The editor cuts the end off, so what tells channels apart comes first.
		const [label = id, ...rest] = uniq(labels.filter(Boolean).map(String));
		return { isReady, name: [`${label} (${note})`, ...rest].join(' · '), value: id };
	});
	return rows.sort(
		(one, other) =>
			Number(other.isReady) - Number(one.isReady) || one.name.localeCompare(other.name),
	);
}
