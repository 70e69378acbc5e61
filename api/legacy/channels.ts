import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyText } from '../v3/common';

/** A channel as a list and as the webhooks give it. The states are six of those in `channelStates`. */
export const legacyChannelReply = z.looseObject({
	channelId: z.string(),
	/** Which kinds there are is left out of the document. */
	transport: replyText,
	plainId: replyText,
	state: replyText,
});

/** All channels of the integration at once: the route takes no filter and has no pages. */
export const getLegacyChannels = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/channels',
	auth: 'rawApiKey',
	reply: z.array(legacyChannelReply),
	repeat: 'safe',
	source: 'B.6 S-V2',
});
