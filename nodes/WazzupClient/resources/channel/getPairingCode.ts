import { z } from 'zod/v4';
import { getPairingCode as endpoint } from '../../../../api/tech/channels';
import type { Operation } from '../../../shared/operation';
import { inPart, unknownBodyOf } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelLocator, readChannelId } from '../../fields/channel';

export const getPairingCode: Operation = {
	value: 'getPairingCode',
	name: 'Get Pairing Code',
	action: 'Get pairing code of channel',
	description:
		'Ask for a code to type into WhatsApp instead of scanning a QR code. It may come as an event.',
	fields: [
		...inPart('Wazzup does not document the fields of this request, or its reply.', [
			channelLocator,
		]),
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => ({
			path: { channel_id: readChannelId(parameters) },
			...unknownBodyOf(parameters),
		}),
		output: z.looseObject({ code: z.string().optional() }),
	}),
};
