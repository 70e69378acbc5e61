import { techEvents } from '../../../nodes/WazzupTrigger/tech/events';
import { legacyEvents } from '../../../nodes/WazzupTrigger/legacy/events';
import { v3Events } from '../../../nodes/WazzupTrigger/v3/events';
import type { StressSurface } from './stress';
import { message } from './useDeliveries';
import { legacyMessage } from './useLegacyTrigger';

const valuesOf = (events: ReadonlyArray<{ value: string }>) => events.map(({ value }) => value);

const channel = { channelId: 'channel-1', transport: 'whatsapp', plainId: '7901', state: 'qr' };

const techMessage = (text: string) => ({
	...{ message_id: text, channel_id: 'channel-1', direction: 'inbound', text },
	recipient: { chat_id: '79011112233', chat_type: 'whatsapp', name: 'Anna' },
});
const techDelivery = (data: readonly unknown[], text: string) => ({
	event: 'message.add',
	data,
	meta: { idempotency_key: `key of ${text}`, timestamp: 1_762_340_623 },
});

/** Every surface that a trigger can listen to. */
export const stressSurfaces: StressSurface[] = [
	{
		name: 'v3',
		credentialType: 'wazzupApi',
		credentials: ({ apiKey, url }) => ({ apiKey, baseUrl: url }),
		events: valuesOf(v3Events),
		address: ({ control }) => control.state().webhooks.webhooksUri,
		delivery: (text) => ({ messages: [message({ messageId: text, text })] }),
		beside: (text, entries) => ({
			messages: [...entries, message({ messageId: text, text })],
			statuses: entries,
		}),
	},
	{
		name: 'legacy',
		credentialType: 'wazzupApi',
		credentials: ({ apiKey, url }) => ({ apiKey, baseUrl: url }),
		events: valuesOf(legacyEvents),
		address: ({ control }) => control.state().legacy.webhooksUrl,
		// All four lists; the statuses have no time, and channels say each time what they said before.
		delivery: (text) => ({
			messages: [legacyMessage({ messageId: text, text })],
			statuses: [{ messageId: text, status: 3 }],
			channels: [channel],
			channelsList: [channel],
		}),
		others: (text) => [`messageStatus ${text}`, 'channelUpdated channel-1', 'channelList'],
		beside: (text, entries) => ({
			messages: [...entries, legacyMessage({ messageId: text, text })],
			statuses: entries,
			channels: entries,
			channelsList: entries,
		}),
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
		delivery: (text) => techDelivery([techMessage(text)], text),
		beside: (text, entries) => techDelivery([...entries, techMessage(text)], text),
	},
];
