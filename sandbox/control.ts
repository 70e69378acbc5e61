import {
	addChannel,
	changeChannel,
	removeChannel,
	type ChannelChange,
	type NewChannel,
} from './channelChanges';
import { ControlError } from './controlError';
import { requestCreation, type CreationRequest, type CreationResult } from './creation';
import {
	channelById,
	customerReads,
	customerTaps,
	customerWrites,
	type CustomerMessage,
	type Tap,
} from './customer';
import { faultKinds, type Fault, type SetFault } from './faults';
import type { EventName, SandboxEvents } from './hub';
import { generateContacts, generateDeals, generateUsers } from './seed';
import type { Channel, Chat, ChatMessage, Delivery, JournalEntry, Settings } from './shapes';
import type { CounterSockets } from './sockets';
import type { Template } from './state';
import { TechControl } from './tech/control';
import { encodeState } from './v3/integrations';
import { chatsOf, stateOf, wholeStateOf } from './views';
import type { World } from './world';

/** The hands of a test (and of the page) inside the sandbox. The HTTP control API has the same verbs; README.md lists them. */
export class Control {
	/** Partners and their customers' accounts. */
	readonly tech: TechControl;

	constructor(private readonly world: World) {
		this.tech = new TechControl(world);
	}

	journal(after?: number): JournalEntry[] {
		return this.world.journal.list(after);
	}

	clearJournal(): void {
		this.world.journal.clear();
	}

	deliveries(after?: number): Delivery[] {
		return this.world.webhook.list(after);
	}

	clearDeliveries(): void {
		this.world.webhook.clear();
	}

	/** Posts the body of an earlier delivery again: on v3 to the address of now, elsewhere to the one it went to. */
	async redeliver(id: number): Promise<Delivery> {
		const earlier = this.deliveries().find((delivery) => delivery.id === id);
		if (!earlier) throw new ControlError(`There is no delivery ${id}.`, 404);
		const { kind, url, body, account, attempt = 0, surface } = earlier;
		if (surface) return await this.world.webhook.send({ kind, url, body, surface });
		if (account === undefined) return await this.post(kind, body);
		return await this.world.webhook.send({ kind, url, body, account, attempt: attempt + 1 });
	}

	/** Posts any body to the address of the account, whatever is subscribed. */
	async deliver(body: unknown): Promise<Delivery> {
		return await this.post('raw', body);
	}

	/** Resolves when no delivery is queued or under way. Statuses that timers will still move are not waited for. */
	async idle(): Promise<void> {
		await this.world.webhook.idle();
	}

	/** Sockets that were told the counter of a user and wait for its changes. */
	counterSockets(): ReturnType<CounterSockets['list']> {
		return this.world.sockets.list();
	}

	/** How many socket connections are open, whatever they have asked for. */
	openSockets(): number {
		return this.world.sockets.open;
	}

	/** Breaks all socket connections without a word; gives how many. To keep them away, set `sockets` to false. */
	dropSockets(): number {
		return this.world.sockets.drop();
	}

	faults(): SetFault[] {
		return this.world.faults.list();
	}

	addFault(fault: Fault): SetFault {
		if (!faultKinds.includes(fault.kind)) {
			throw new ControlError(`The kind of a fault is one of ${faultKinds.join(', ')}.`);
		}
		if (fault.every !== undefined && !(Number.isInteger(fault.every) && fault.every > 0)) {
			throw new ControlError('every is a whole number from 1 on.');
		}
		return this.world.faults.add(fault);
	}

	clearFaults(): void {
		this.world.faults.clear();
	}

	/** Moves the sandbox clock forward; gives its time, ISO 8601. */
	advanceClock(ms: number): string {
		if (!Number.isFinite(ms)) throw new ControlError('advance is a number of milliseconds.');
		this.world.clock.advance(ms);
		this.world.tech.catchUp();
		const now = this.world.clock.iso();
		this.world.hub.emit('clock', { now });
		return now;
	}

	/** Changes some settings; gives all of them. */
	changeSettings(settings: Partial<Settings>): Settings {
		Object.assign(this.world.settings, settings);
		if (!this.world.settings.sockets) this.world.sockets.drop();
		return { ...this.world.settings };
	}

	/** The v3 account. */
	state() {
		return stateOf(this.world);
	}

	/** {@link state} with the channels and chats of all accounts on tech as well: what the page shows. */
	wholeState() {
		return wholeStateOf(this.world);
	}

	reset(): void {
		this.world.reset();
	}

	/** Adds so many generated entities; gives how many are stored now. */
	seed({
		contacts = 0,
		users = 0,
		deals = 0,
	}: {
		contacts?: number;
		users?: number;
		deals?: number;
	}) {
		const { state } = this.world;
		for (const contact of generateContacts(contacts)) state.contacts.set(contact.id, contact);
		for (const user of generateUsers(users)) state.users.set(user.id, user);
		for (const deal of generateDeals(deals)) state.deals.set(String(deal.id), deal);
		return {
			contacts: state.contacts.size,
			users: state.users.size,
			deals: state.deals.size,
		};
	}

	/** Of all accounts, newest activity first. */
	chats(): Chat[] {
		return chatsOf(this.world.messengers);
	}

	/** Oldest first; none for a chat that does not exist yet. */
	messages(channelId: string, chatId: string): ChatMessage[] {
		const { conversations } = channelById(this.world, channelId).messenger;
		return [...(conversations.find(channelId, chatId)?.messages ?? [])];
	}

	customerWrites(message: CustomerMessage): ChatMessage {
		return customerWrites(this.world, message);
	}

	customerTaps(tap: Tap) {
		return customerTaps(this.world, tap);
	}

	customerReads(chat: { channelId: string; chatId: string }): number {
		return customerReads(this.world, chat);
	}

	/** Delivers `channelsUpdates` (A.9.4) and `channels` (B.8); for a channel of tech see {@link TechControl.changeChannel}. */
	changeChannel(channelId: string, change: ChannelChange): Channel {
		const { channel } = channelById(this.world, channelId);
		return channel.account === undefined
			? changeChannel(this.world, channel, change)
			: this.tech.changeChannel(channelId, change);
	}

	/** Adds a channel to the v3 account. Delivers `channelsList` (B.8). */
	addChannel(channel: NewChannel): Channel {
		return addChannel(this.world, channel);
	}

	/** Takes a channel out of the v3 account. Delivers `channelsList` (B.8). */
	removeChannel(channelId: string): void {
		removeChannel(this.world, channelId);
	}

	/** Delivers `templateStatus` (A.9.5). */
	changeTemplate(templateGuid: string, status: string): Template {
		const template = this.world.state.templates.get(templateGuid);
		if (!template) throw new ControlError(`There is no template ${templateGuid}.`, 404);
		if (typeof status !== 'string') throw new ControlError('status is a text.');
		template.status = status;
		void this.world.webhook.deliver(
			'templateStatus',
			{ templateStatus: { templateGuid, name: template.name, status } },
			'templateStatus',
		);
		return template;
	}

	async requestCreation(request: CreationRequest): Promise<CreationResult> {
		return await requestCreation(this.world, request);
	}

	/** What the browser step of WAuth brings the partner (A.15). */
	marketplaceState(crmCode: string): { state: string; redirectUri?: string } {
		const marketplace = this.world.state.marketplaces.get(crmCode);
		if (!marketplace) throw new ControlError(`There is no CRM ${crmCode} in the marketplace.`, 404);
		const state = encodeState(crmCode);
		const { authRedirectUri } = marketplace;
		return {
			state,
			...(authRedirectUri && { redirectUri: `${authRedirectUri}?state=${state}` }),
		};
	}

	/** Keeps a file; gives its address. `type`: MIME type. */
	addFile(bytes: Buffer, type: string, name?: string): string {
		const id = this.world.files.add({ bytes, type, name });
		return `${this.world.url}/_sandbox/files/${id}`;
	}

	/** Calls `listener` on every such event until the returned function is called. */
	on<Name extends EventName>(
		name: Name,
		listener: (data: SandboxEvents[Name]) => void,
	): () => void {
		return this.world.hub.on(name, listener);
	}

	private async post(kind: string, body: unknown): Promise<Delivery> {
		const delivery = await this.world.webhook.deliver(kind, body);
		if (!delivery) throw new ControlError('The account has no webhook address.');
		return delivery;
	}
}
