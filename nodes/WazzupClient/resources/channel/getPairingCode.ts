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
		'Ask for a code that the owner types into WhatsApp in place of scanning a QR code. Where the reply has no code, it comes as an event.',
	fields: [
		...inPart('No document shows fields of this request, or its reply.', [channelLocator]),
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
