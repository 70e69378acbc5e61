import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { CounterSocket } from '../../api/counterSockets';
import { unansweredOf } from '../v3/unanswered';
import type { World } from '../world';

/** A client's connection, whatever version of socket.io carries it. */
export interface CounterClient {
	emit: (event: string, data: unknown) => void;
	/** Tells the client to go, and closes. */
	turnAway: () => void;
}

/** A connection that has asked for the counter of a user. */
interface Subscriber {
	socket: CounterSocket;
	client: CounterClient;
	userId: string;
	/** What it was told last. */
	told: unknown;
}

const question = z.looseObject({
	type: z.string().optional(),
	apiKey: z.string(),
	userId: z.union([z.string(), z.number()]),
});

/** Who is told of the unanswered counter. */
export class Subscribers {
	private readonly all = new Set<Subscriber>();

	constructor(private readonly world: World) {
		// Every request to the API may change who is in charge of a chat.
		for (const name of ['unanswered', 'journal', 'clock', 'reset'] as const) {
			world.hub.on(name, () => this.tellChanges());
		}
	}

	/** Who is told at the moment, oldest first. */
	list(): Array<{ surface: CounterSocket['surface']; userId: string }> {
		return [...this.all].map(({ socket: { surface }, userId }) => ({ surface, userId }));
	}

	/** A client asks. A wrong key and an unknown user are turned away; gives what to call when the client is gone. */
	ask(socket: CounterSocket, client: CounterClient, data: unknown): () => void {
		const { state, settings } = this.world;
		const asked = question.safeParse(data);
		const userId = String(asked.data?.userId ?? '');
		const isOurs = asked.data?.apiKey === state.apiKey && state.users.has(userId);
		const isComplete = socket.surface === 'legacy' || asked.data?.type === 'api_v3';
		if (!isOurs || !isComplete) {
			client.turnAway();
			return () => undefined;
		}
		const subscriber = { socket, client, userId, told: this.counterOf(socket, userId) };
		this.all.add(subscriber);
		if (settings.firstCounter) client.emit(socket.told, subscriber.told);
		return () => this.all.delete(subscriber);
	}

	private tellChanges(): void {
		for (const subscriber of [...this.all]) {
			const { socket, client, userId, told } = subscriber;
			const counter = this.counterOf(socket, userId);
			if (isDeepStrictEqual(counter, told)) continue;
			subscriber.told = counter;
			client.emit(socket.told, counter);
		}
	}

	/** Both ways of counting give the same number here: no document tells them apart. */
	private counterOf({ surface }: CounterSocket, userId: string): Record<string, unknown> {
		const { count, type } = unansweredOf(this.world, userId);
		if (surface === 'legacy') return { counter: count };
		return { counter: count, counterV2: count, type: count > 0 ? type : null };
	}
}
