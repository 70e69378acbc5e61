import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { replyText } from '../v3/common';

const source = 'B.7 S-V2';

export const getLegacyWebhooks = defineEndpoint({
	surface: 'legacy',
	method: 'GET',
	path: '/v2/webhooks',
	auth: 'rawApiKey',
	reply: z.looseObject({ webhooksUrl: replyText }),
	repeat: 'safe',
	source,
});

/**
 * One address per account, for everything that happens: it takes the place of the earlier one, `null` switches deliveries off.
 * Wazzup posts a test to a new address and needs 200. `webhooksUrlChanged`: whether the earlier address was another one.
 */
export const setLegacyWebhooks = defineEndpoint({
	surface: 'legacy',
	method: 'PUT',
	path: '/v2/webhooks',
	auth: 'rawApiKey',
	body: z.object({
		url: z
			.url({ protocol: /^https?$/, error: 'The address starts with http:// or https://.' })
			.nullable(),
	}),
	reply: z.looseObject({ webhooksUrl: replyText, webhooksUrlChanged: z.boolean().nullish() }),
	repeat: 'safe',
	source,
});
