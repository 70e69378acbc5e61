import type { Surface } from '../api/endpoint';
import type { Fault } from '../sandbox';
import { forbidden, unknownToken } from '../sandbox/tech/answer';

type Spoiled = Omit<Fault, 'match'>;

/** One column of the table. */
export interface FaultColumn {
	name: string;
	title: string;
	/** Whether a cell lasts longer than a minute, because the node waits as long for an answer. */
	isSlow?: boolean;
	/**
	 * What is set in the sandbox, if anything: each fault in a run of its own, e.g. one where Wazzup acts all the same and one where not.
	 * @param every each so manieth request meets the fault
	 * @param surface that the requests go to: each words its refusals in its own way
	 */
	faults: (every: number, surface?: Surface) => Array<Spoiled | undefined>;
}

/** What a surface says to a request that is not allowed: a sidecar key on v3; the 2021 API words every refusal like this. */
const forbiddenBodies: Partial<Record<Surface, unknown>> = {
	v3: { error: 'FORBIDDEN' },
	tech: forbidden('The token is not good for this.').body,
	legacy: { error: { code: 'FORBIDDEN' } },
};

/** What it says to a key or token that is not good any more; no document shows a body but for tech. */
const refusedBodies: Partial<Record<Surface, unknown>> = { tech: unknownToken.body };

/** Longer than the node waits for an answer, in milliseconds. */
const TOO_LONG = 75_000;

/** An answer spoiled after Wazzup has acted, and one spoiled before. */
const bothWays = (spoiled: Spoiled, every: number): Spoiled[] => [
	{ ...spoiled, handled: true, every },
	{ ...spoiled, handled: false, every },
];

/**
 * The port closes when the first rush of requests is over: who waits in the queue of a port that closes is dropped
 * and not refused.
 */
const afterRush = (every: number) => (every < 10 ? every : 16 * every);

export const faultColumns: readonly FaultColumn[] = [
	{ name: 'none', title: 'nothing goes wrong', faults: () => [undefined] },
	{
		name: 'refused',
		title: 'connection refused',
		faults: (every) => [{ kind: 'refuse', delay: 400, every: afterRush(every), times: 3 }],
	},
	{
		name: 'dropBefore',
		title: 'dropped before handling',
		faults: (every) => [{ kind: 'dropBefore', every }],
	},
	{
		name: 'dropAfter',
		title: 'dropped after handling',
		faults: (every) => [{ kind: 'dropAfter', every }],
	},
	{
		name: '500',
		title: '500',
		faults: (every) => bothWays({ kind: 'status', status: 500 }, every),
	},
	{
		name: '502',
		title: '502 with HTML',
		faults: (every) => bothWays({ kind: 'html', status: 502 }, every),
	},
	{
		name: 'retryAfter',
		title: '429 with Retry-After',
		faults: (every) => [{ kind: '429', retryAfter: 1, every, times: 5 }],
	},
	{ name: '429', title: '429 without', faults: (every) => [{ kind: '429', every, times: 5 }] },
	{
		name: 'timeout',
		title: 'time-out',
		isSlow: true,
		faults: (every) => bothWays({ kind: 'slow', delay: TOO_LONG, times: 2 }, every),
	},
	{ name: 'cutOff', title: 'cut-off JSON', faults: (every) => bothWays({ kind: 'cutOff' }, every) },
	{
		name: 'notJson',
		title: 'broken JSON',
		faults: (every) => bothWays({ kind: 'notJson' }, every),
	},
	{
		name: 'wrongType',
		title: 'wrong content type',
		faults: (every) => [{ kind: 'wrongType', every }],
	},
	{
		name: 'page',
		title: 'a page with 200',
		faults: (every) => bothWays({ kind: 'html', status: 200 }, every),
	},
	{
		name: '401',
		title: '401 in the middle',
		faults: (every, surface = 'v3') => [
			{ kind: 'status', status: 401, body: refusedBodies[surface], every },
		],
	},
	{
		name: '403',
		title: '403 sidecar / forbidden',
		faults: (every, surface = 'v3') => [
			{ kind: 'status', status: 403, body: forbiddenBodies[surface], every },
		],
	},
	{
		name: 'trickle',
		title: 'slow trickle',
		isSlow: true,
		faults: (every) => [
			{ kind: 'trickle', delay: TOO_LONG, every, times: 2 },
			{ kind: 'trickle', delay: 1_500, every, times: 2 },
		],
	},
];
