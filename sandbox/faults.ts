import type { Surface } from '../api/endpoint';

/** What can go wrong on the way; README.md says what each kind does. */
export const faultKinds = [
	'dropBefore',
	'dropAfter',
	'status',
	'429',
	'slow',
	'cutOff',
	'notJson',
	'html',
	'wrongType',
	'trickle',
	'refuse',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
	match?: { method?: string; path?: string; surface?: Surface };
	kind: FaultKind;
	/** For `status` and `html`. */
	status?: number;
	/** For `status`: JSON, or a string for plain text; without it the name of the status. */
	body?: unknown;
	/** Seconds; without it a 429 carries no Retry-After. */
	retryAfter?: number;
	/** ms, for `slow`, `trickle` and `refuse`. */
	delay?: number;
	/** Fires on each nth matching request. */
	every?: number;
	/** Fires at most so many times. */
	times?: number;
	/** Whether the request takes effect all the same. */
	handled?: boolean;
}

export interface SetFault extends Fault {
	id: number;
	/** Matching requests so far. */
	seen: number;
	/** Times it fired. */
	fired: number;
}

/** Kinds that spoil the answer of a request that has taken effect, unless `handled` says otherwise. */
const handledKinds: readonly FaultKind[] = [
	'dropAfter',
	'slow',
	'cutOff',
	'notJson',
	'wrongType',
	'trickle',
	'refuse',
];

/** Whether a request that meets this fault takes effect. */
export function takesEffect(fault: Fault): boolean {
	if (fault.kind === 'dropBefore') return false;
	return fault.handled ?? handledKinds.includes(fault.kind);
}

function pathMatches(pattern: string, path: string): boolean {
	if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1));
	const wanted = pattern.split('/');
	const given = path.split('/');
	return (
		wanted.length === given.length &&
		wanted.every((part, index) => /^\{.+\}$/.test(part) || part === given[index])
	);
}

/** The faults that are set. */
export class Faults {
	private faults: SetFault[] = [];
	private lastId = 0;

	add(fault: Fault): SetFault {
		const set = { ...fault, id: ++this.lastId, seen: 0, fired: 0 };
		this.faults.push(set);
		return set;
	}

	list(): SetFault[] {
		return [...this.faults];
	}

	clear(): void {
		this.faults = [];
	}

	/** Counts a request in all faults that match it and gives the first one that fires. */
	meet(method: string, path: string, surface: Surface): SetFault | undefined {
		let met: SetFault | undefined;
		for (const fault of this.faults) {
			const { match = {} } = fault;
			if (match.surface && match.surface !== surface) continue;
			if (match.method && match.method.toUpperCase() !== method) continue;
			if (match.path && !pathMatches(match.path, path)) continue;
			fault.seen += 1;
			const turn = fault.seen % (fault.every ?? 1) === 0;
			const left = fault.times === undefined || fault.fired < fault.times;
			if (met === undefined && turn && left) {
				fault.fired += 1;
				met = fault;
			}
		}
		return met;
	}
}
