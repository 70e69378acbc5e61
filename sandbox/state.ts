import type { BodyOf } from '../api/endpoint';
import type { upsertContacts } from '../api/v3/contacts';
import type { upsertDeals } from '../api/v3/deals';
import type { uploadPipelines } from '../api/v3/pipelines';
import type { upsertUsers } from '../api/v3/users';
import type { Subscriptions } from '../api/v3/webhooks';
import { createLegacyState, type LegacyState } from './legacy/state';
import { seedChannels, seedTemplates, seedUsers } from './seed';
import type { Channel, Chat, ChatMessage } from './shapes';
import { Store } from './store';

export type Contact = BodyOf<typeof upsertContacts>[number];
export type Deal = BodyOf<typeof upsertDeals>[number];
export type User = BodyOf<typeof upsertUsers>[number];
export type Pipeline = BodyOf<typeof uploadPipelines>[number];

export interface Component {
	type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS';
	format?: 'IMAGE' | 'DOCUMENT' | 'VIDEO' | 'TEXT';
	text?: string;
	example?: unknown;
	buttons?: Array<{ type: string; text: string; url?: string; example?: unknown }>;
}

export interface Template {
	templateGuid: string;
	accountId: string;
	title: string;
	name: string;
	waba: { wabaId: string; wabaName: string };
	channels: string[];
	category: string;
	language: string;
	status: string;
	rejected_reason: string | null;
	namespace: string;
	components: Component[];
	templateCode: string;
}

export interface Marketplace {
	crmCode: string;
	authRedirectUri?: string;
	secret: string;
}

/** What the sandbox knows of a chat beside what the page shows. */
export interface StoredChat extends Omit<Chat, 'channelName' | 'channelState' | 'unread'> {
	messages: ChatMessage[];
	/** Incoming messages since the business last answered; ISO dates. */
	unanswered: string[];
	/** When the customer last wrote, ms. */
	lastInbound?: number;
}

export interface Webhooks {
	webhooksUri: string | null;
	subscriptions: Subscriptions;
	/** Bearer token of the deliveries; only after a WAuth hand-shake. */
	crmKey?: string;
}

/** One Wazzup account with both kinds of key. */
export interface State {
	apiKey: string;
	sidecarKey: string;
	channels: Map<string, Channel>;
	templates: Map<string, Template>;
	users: Map<string, User>;
	contacts: Store<Contact>;
	deals: Store<Deal>;
	pipelines: Pipeline[];
	chats: Map<string, StoredChat>;
	messages: Map<string, ChatMessage>;
	webhooks: Webhooks;
	/** crmMessageId -> when it was taken, ms of the sandbox clock. */
	guard: Map<string, number>;
	marketplaces: Map<string, Marketplace>;
	migrations: unknown[];
	/** What only the 2021 API knows of the account. */
	legacy: LegacyState;
}

/** The state after a start or a reset. The keys stay the same, so that a saved credential keeps working. */
export function createState(): State {
	const byKey = <Entity>(key: (entity: Entity) => string, entities: Entity[]) =>
		new Map(entities.map((entity) => [key(entity), entity]));
	return {
		apiKey: '5a9db0c4e1f24348we909520d454368d',
		sidecarKey: '51dec4a2b7c84f0e9b1d6f2a7c3e8d54',
		channels: byKey((channel) => channel.channelId, seedChannels()),
		templates: byKey((template) => template.templateGuid, seedTemplates()),
		users: byKey((user) => user.id, seedUsers()),
		contacts: new Store(),
		deals: new Store(),
		pipelines: [],
		chats: new Map(),
		messages: new Map(),
		webhooks: {
			webhooksUri: null,
			subscriptions: {
				messagesAndStatuses: false,
				contactsAndDealsCreation: false,
				channelsUpdates: false,
				templateStatus: false,
			},
		},
		guard: new Map(),
		marketplaces: new Map(),
		migrations: [],
		legacy: createLegacyState(),
	};
}
