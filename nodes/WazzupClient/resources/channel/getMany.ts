import { channelReply, getChannels } from '../../../../api/tech/channels';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techList } from '../../../shared/tech/runners';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many channels',
	description: 'Retrieve a list of channels with their messenger and state',
	fields: [...returnAllOrLimit, raw],
	runner: techList({ endpoint: getChannels, row: channelReply }),
};
