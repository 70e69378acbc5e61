/** When a place was taken; or why none was: the execution was cancelled, or Wazzup refuses for too long. */
export type Place = { takenAt: number } | { refusedUntil: number } | 'cancelled';

interface Waiter {
	settle: (place: Place) => void;
	signal?: AbortSignal;
}

/** The requests that wait for a place: the urgent ones first, else in the order they came. */
export class Line {
	private readonly urgent: Waiter[] = [];
	private readonly ordinary: Waiter[] = [];

	/** Who is next. */
	get first(): Waiter | undefined {
		return this.urgent[0] ?? this.ordinary[0];
	}

	/** Resolves when the request gets its place, or at once when its execution is cancelled. */
	async join(signal?: AbortSignal, urgent = false): Promise<Place> {
		return await new Promise<Place>((resolve) => {
			const cancel = () => resolve('cancelled');
			const settle = (place: Place) => {
				signal?.removeEventListener('abort', cancel);
				resolve(place);
			};
			signal?.addEventListener('abort', cancel, { once: true });
			(urgent ? this.urgent : this.ordinary).push({ settle, signal });
		});
	}

	shift(): Waiter | undefined {
		return this.urgent.shift() ?? this.ordinary.shift();
	}

	/** All that wait are told the same, and wait no more. */
	tellAll(place: Place): void {
		for (const { settle } of [...this.urgent.splice(0), ...this.ordinary.splice(0)]) settle(place);
	}
}
