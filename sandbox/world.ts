import { Clock } from './clock';
import { Conversations } from './conversations';
import { Faults } from './faults';
import { Files } from './files';
import { Hub } from './hub';
import { Journal } from './journal';
import { LegacyMail } from './legacy/mail';
import { legacyNews } from './legacy/payload';
import { bothNews, type Messenger } from './messenger';
import { v3News } from './payload';
import { RateWindow } from './rateWindow';
import type { Settings } from './shapes';
import { CounterSockets } from './sockets';
import { createState, type State } from './state';
import { Tech } from './tech/tech';
import { Webhook } from './webhook';

export interface WorldOptions {
	settings: Partial<Settings>;
	/** ms that a webhook may take to answer; 30 s as documented. */
	webhookTimeout: number;
	/** Takes a line about something that the sandbox itself did wrong. */
	log: (line: string) => void;
}

const defaults: Settings = {
	delay: 0,
	rateLimit: 500,
	statusSteps: 300,
	echo: true,
	usersPaged: false,
	sockets: true,
	firstCounter: true,
	accessTokenTime: 3_600,
	refreshTokenTime: 7 * 24 * 3_600,
	machineTokenTime: 3_600,
	exportTime: 3_000,
	repeats: 3,
	repeatPause: 1_000,
	doubleSubscriptions: false,
	requestIds: true,
};

/** Everything the surfaces of the sandbox share. */
export class World {
	/** Addresses of the sandbox and of its tech surface, set once it listens. */
	url = '';
	techUrl = '';
	state: State = createState();
	settings: Settings;
	readonly clock = new Clock();
	readonly hub = new Hub();
	readonly journal = new Journal(this.hub);
	readonly faults = new Faults();
	readonly files = new Files();
	readonly rate = new RateWindow(this.clock);
	readonly webhook: Webhook;
	/** Deliveries of the 2021 API. */
	readonly legacyMail: LegacyMail;
	readonly conversations: Conversations;
	readonly sockets: CounterSockets;
	/** Partners and their customers' accounts. */
	readonly tech: Tech;

	constructor(private readonly options: WorldOptions) {
		this.settings = this.initialSettings();
		this.webhook = new Webhook(this.hub, () => this.state.webhooks, options.webhookTimeout);
		this.legacyMail = new LegacyMail(this);
		const news = bothNews(v3News(this), legacyNews(this));
		this.conversations = new Conversations(this, () => this.state, news);
		this.tech = new Tech(this);
		this.sockets = new CounterSockets(this);
	}

	log(line: string): void {
		this.options.log(line);
	}

	/** The chats of the v3 account first, then those of each account on tech. */
	get messengers(): Messenger[] {
		const { channels, chats, messages } = this.state;
		const own = { channels, chats, messages, conversations: this.conversations };
		return [own, ...this.tech.accounts.values()];
	}

	/** The account whose channel it is. */
	messengerWith(channelId: string): Messenger | undefined {
		return this.messengers.find(({ channels }) => channels.has(channelId));
	}

	/** Back to the state of the start; the address and the keys stay. */
	reset(): void {
		this.conversations.stop();
		this.webhook.drop();
		this.webhook.clear();
		this.legacyMail.clear();
		this.journal.clear();
		this.faults.clear();
		this.files.clear();
		this.rate.reset();
		this.clock.reset();
		this.settings = this.initialSettings();
		this.state = createState();
		this.tech.reset();
		this.hub.emit('reset', {});
	}

	private initialSettings(): Settings {
		const given = Object.entries(this.options.settings).filter(([, value]) => value !== undefined);
		return { ...defaults, ...Object.fromEntries(given) };
	}

	async close(): Promise<void> {
		this.conversations.stop();
		this.tech.stop();
		this.sockets.drop();
		await this.webhook.close();
	}
}
