import { getChannel } from '../../../../api/tech/channels';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techGet } from '../../../shared/tech/runners';
import { channelLocator, readChannelId } from '../../fields/channel';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get channel',
	description: 'Retrieve one channel with its state, e.g. to see whether it can send',
	fields: [channelLocator, raw],
	runner: techGet({
		endpoint: getChannel,
		noun: 'channel',
		id: readChannelId,
		request: (channel_id) => ({ path: { channel_id } }),
	}),
};
