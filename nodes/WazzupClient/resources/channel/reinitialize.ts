import { channelReply, reinitializeChannel } from '../../../../api/tech/channels';
import type { Operation } from '../../../shared/operation';
import { inPart, unknownBodyOf } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelLocator, readChannelId } from '../../fields/channel';

export const reinitialize: Operation = {
	value: 'reinitialize',
	name: 'Reinitialize',
	action: 'Reinitialize channel',
	description:
		'Start the session of a channel again, e.g. after its QR code has expired. A new QR code comes as an event only.',
	fields: [
		...inPart('No document shows fields of this request, or its reply.', [channelLocator]),
		raw,
	],
	runner: techPerItem({
		endpoint: reinitializeChannel,
		request: (parameters) => ({
			path: { channel_id: readChannelId(parameters) },
			...unknownBodyOf(parameters),
		}),
		output: channelReply.partial(),
	}),
};
