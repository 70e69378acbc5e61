import { getLegacyChannels, legacyChannelReply } from '../../../../api/legacy/channels';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { paged } from '../../../shared/runners/paged';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'Retrieve a list of channels with their messenger and state',
	fields: returnAllOrLimit,
	runner: paged({
		endpoint: getLegacyChannels,
		rows: (channels) => channels,
		output: legacyChannelReply,
	}),
};
