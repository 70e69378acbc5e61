/** The part of autocannon's interface that is used here; it brings no types. */
declare module 'autocannon' {
	interface Options {
		url: string;
		method: 'POST';
		headers: Record<string, string>;
		body: string;
		/** Whether `[<id>]` in the body becomes another id in every request. */
		idReplacement: boolean;
		connections: number;
		/** Seconds. */
		duration: number;
	}

	interface Result {
		/** Milliseconds. */
		latency: { p50: number; p99: number };
		/** Answers a second, of each second. */
		requests: { average: number; total: number };
		/** Seconds. */
		duration: number;
		errors: number;
		timeouts: number;
		non2xx: number;
	}

	export default function autocannon(options: Options): Promise<Result>;
}
