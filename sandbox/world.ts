import { Clock } from './clock';
import { Conversations } from './conversations';
import { Faults } from './faults';
import { Files } from './files';
import { Hub } from './hub';
import { Journal } from './journal';
import { RateWindow } from './rateWindow';
import type { Settings } from './shapes';
import { createState, type State } from './state';
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
};

/** Everything the surfaces of the sandbox share. */
export class World {
	/** Address of the sandbox, set once it listens. */
	url = '';
	state: State = createState();
	settings: Settings;
	readonly clock = new Clock();
	readonly hub = new Hub();
	readonly journal = new Journal(this.hub);
	readonly faults = new Faults();
	readonly files = new Files();
	readonly rate = new RateWindow(this.clock);
	readonly webhook: Webhook;
	readonly conversations = new Conversations(this);

	constructor(private readonly options: WorldOptions) {
		this.settings = this.initialSettings();
		this.webhook = new Webhook(this.hub, () => this.state.webhooks, options.webhookTimeout);
	}

	log(line: string): void {
		this.options.log(line);
	}

	/** Back to the state of the start; the address and the keys stay. */
	reset(): void {
		this.conversations.stop();
		this.webhook.drop();
		this.webhook.clear();
		this.journal.clear();
		this.faults.clear();
		this.files.clear();
		this.rate.reset();
		this.clock.reset();
		this.settings = this.initialSettings();
		this.state = createState();
		this.hub.emit('reset', {});
	}

	private initialSettings(): Settings {
		const given = Object.entries(this.options.settings).filter(([, value]) => value !== undefined);
		return { ...defaults, ...Object.fromEntries(given) };
	}

	async close(): Promise<void> {
		this.conversations.stop();
		await this.webhook.close();
	}
}
