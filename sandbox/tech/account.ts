import type { z } from 'zod/v4';
import type { BodyOf } from '../../api/endpoint';
import type { contact } from '../../api/tech/contacts';
import type { deal } from '../../api/tech/deals';
import type { pipeline } from '../../api/tech/pipelines';
import type { replaceSettings } from '../../api/tech/settings';
import type { template } from '../../api/tech/templates';
import type { user } from '../../api/tech/users';
import type { wabaTemplate } from '../../api/tech/wabaTemplates';
import { Conversations } from '../conversations';
import type { Messenger } from '../messenger';
import type { Channel, ChatMessage } from '../shapes';
import type { StoredChat } from '../state';
import type { World } from '../world';
import { Events } from './events';
import { techNews } from './payload';

export type Contact = z.output<typeof contact>;
export type Deal = z.output<typeof deal>;
export type User = z.output<typeof user>;
export type Pipeline = z.output<typeof pipeline>;
export type AccountSettings = BodyOf<typeof replaceSettings>;
export type Template = z.output<typeof template> & { id: string };

export type WabaTemplate = z.output<typeof wabaTemplate> & {
	id: string;
	/** DRAFT, PENDING, APPROVED, REJECTED, … */
	status: string;
	reason: string | null;
};

export interface TechChannel extends Channel {
	account: string;
	phone?: string;
	username?: string;
	/** Why it does not work. */
	reason?: string;
	/** Where a person connects it. */
	url?: string;
	/** What the messenger asks for after the code was scanned. */
	password?: string;
	pairingCode?: string;
}

export interface MessageExport {
	exportId: string;
	/** ms of the sandbox clock. */
	started: number;
	from: string;
	to: string;
	channelId?: string;
	/** As last told to the CRM, or as the control API wants it. */
	status: string;
	isFixed: boolean;
	url?: string;
}

export interface Transaction {
	id: string;
	channel_id: string;
	message_id: string;
	chat_id: string;
	category: string;
	price: number;
	currency: string;
	datetime: string;
}

/** What POST /v2/accounts is told of an account. */
export interface AccountCard {
	name: string;
	lang: string;
	currency: string;
	country: string;
	timezone: number;
}

/** An end customer's account with everything in it. */
export class TechAccount implements Messenger {
	readonly channels = new Map<string, TechChannel>();
	readonly chats = new Map<string, StoredChat>();
	readonly messages = new Map<string, ChatMessage>();
	readonly contacts = new Map<string, Contact>();
	readonly deals = new Map<string, Deal>();
	readonly users = new Map<string, User>();
	readonly pipelines = new Map<string, Pipeline>();
	readonly templates = new Map<string, Template>();
	readonly wabaTemplates = new Map<string, WabaTemplate>();
	readonly exports = new Map<string, MessageExport>();
	readonly transactions: Transaction[] = [];
	settings: AccountSettings = {};
	/** Limit of the spending on WABA and what was spent, in the account's currency. */
	wabaLimit = 0;
	wabaSpent = 0;
	readonly events: Events;
	readonly conversations: Conversations;

	/** `partner`: email of the one who created it; `undefined`: the customer registered alone. */
	constructor(
		world: World,
		readonly accountId: string,
		readonly partner: string | undefined,
		readonly card: AccountCard,
	) {
		this.events = new Events(world, accountId);
		this.conversations = new Conversations(world, () => this, techNews(world, this));
	}

	/** What a user may do on a channel: `seller`, `manager`, `auditor`; `undefined` without a role. */
	roleOf(userId: string, channelId: string): string | undefined {
		return this.settings.user_roles?.find(
			(role) => role.user_id === userId && role.channel_id === channelId,
		)?.role;
	}

	/** The user in charge of the person behind a chat; `undefined` for someone the CRM does not know. */
	ownerOf({ chatType, chatId }: Pick<StoredChat, 'chatType' | 'chatId'>): string | undefined {
		for (const { contact_data, responsible_user_id } of this.contacts.values()) {
			const isTheirs = contact_data.some(
				({ chat_type, chat_id }) => chat_type === chatType && chat_id === chatId,
			);
			if (isTheirs) return responsible_user_id;
		}
		return undefined;
	}

	/** Ends what is still to happen. */
	stop(): void {
		this.conversations.stop();
		this.events.stop();
	}
}
