import type { World } from '../world';

type Kind = 'messages' | 'statuses' | 'channels' | 'channelsList';
type Parcel = Partial<Record<Kind, object[]>>;

/**
 * Posts to the address of the 2021 API, one delivery at a time, each once. What happens in one breath, or while a
 * delivery is under way, travels together: a delivery may carry several kinds.
 */
export class LegacyMail {
	private waiting: Parcel = {};
	private underWay = false;

	constructor(private readonly world: Pick<World, 'webhook' | 'state'>) {}

	/** Tells the account's address, if it has one. */
	add(kind: Kind, entry: object): void {
		this.put({ [kind]: [...(this.waiting[kind] ?? []), entry] });
	}

	/** Tells of the new list of all channels; one that still waits has been overtaken. */
	list(channels: object[]): void {
		this.put({ channelsList: channels });
	}

	/** Forgets what waits. */
	clear(): void {
		this.waiting = {};
	}

	private put(parcel: Parcel): void {
		if (this.world.state.legacy.webhooksUrl === null) return;
		this.waiting = { ...this.waiting, ...parcel };
		if (this.underWay) return;
		this.underWay = true;
		void this.world.webhook.keep(this.empty());
	}

	private async empty(): Promise<void> {
		// What happens in the same breath comes along.
		await Promise.resolve();
		while (Object.keys(this.waiting).length > 0) {
			const body = this.waiting;
			this.waiting = {};
			const url = this.world.state.legacy.webhooksUrl;
			if (url === null) continue;
			const kind = Object.keys(body).join(', ');
			await this.world.webhook.send({ kind, url, body, surface: 'legacy' });
		}
		this.underWay = false;
	}
}
