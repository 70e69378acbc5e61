import { channelReply, getChannels, techTransports } from '../../../../api/tech/channels';
import { channelFilters, keptChannels } from '../../../shared/fields/channelFilters';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techList } from '../../../shared/tech/runners';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'Retrieve a list of channels with their messenger and state',
	fields: [...returnAllOrLimit, channelFilters(techTransports), raw],
	runner: techList({
		endpoint: getChannels,
		filter: (parameters) => {
			const keep = keptChannels(parameters);
			return ({ transport, state, status }) => keep({ transport, state: state ?? status });
		},
		row: channelReply,
	}),
};
