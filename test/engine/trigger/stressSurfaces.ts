import { techEvents } from '../../../nodes/WazzupTrigger/tech/events';
import { v3Events } from '../../../nodes/WazzupTrigger/v3/events';
import type { StressSurface } from './stress';
import { message } from './useDeliveries';

const valuesOf = (events: ReadonlyArray<{ value: string }>) => events.map(({ value }) => value);

/** Every surface that a trigger can listen to. */
export const stressSurfaces: StressSurface[] = [
	{
		name: 'v3',
		credentialType: 'wazzupApi',
		credentials: ({ apiKey, url }) => ({ apiKey, baseUrl: url }),
		events: valuesOf(v3Events),
		address: ({ control }) => control.state().webhooks.webhooksUri,
		delivery: (text) => ({ messages: [message({ messageId: text, text })] }),
	},
	{
		name: 'tech',
		credentialType: 'wazzupClientApi',
		credentials: ({ clientToken, techUrl }) => ({
			accessBy: 'accessToken',
			clientAccessToken: clientToken(),
			baseUrl: techUrl,
		}),
		events: valuesOf(techEvents),
		address: ({ control }) => control.tech.account().webhooks[0]?.url,
		delivery: (text) => ({
			event: 'message.add',
			data: [
				{
					...{ message_id: text, channel_id: 'channel-1', direction: 'inbound', text },
					recipient: { chat_id: '79011112233', chat_type: 'whatsapp', name: 'Anna' },
				},
			],
			meta: { idempotency_key: `key of ${text}`, timestamp: 1_762_340_623 },
		}),
	},
];
