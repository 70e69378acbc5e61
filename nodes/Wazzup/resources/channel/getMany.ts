import { channelReply, getChannels, transports } from '../../../../api/v3/channels';
import { channelFilters, keptChannels } from '../../../shared/fields/channelFilters';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { paged } from '../../../shared/runners/paged';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'Retrieve a list of channels with their messenger and state',
	fields: [...returnAllOrLimit, channelFilters(transports)],
	runner: paged({
		endpoint: getChannels,
		rows: (channels) => channels,
		filter: keptChannels,
		output: channelReply,
	}),
};
