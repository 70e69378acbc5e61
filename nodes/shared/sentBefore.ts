import { createHash, randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { AnyEndpoint } from '../../api/endpoint';
import type { Parameters } from './parameters';
import type { Run } from './run';
import type { Outcome } from './transport/request';

const PREFIX = 'n8n-';

/**
 * The id of a send: the same when n8n repeats the same item of the same run (Retry On Fail), another one in every other
 * run. Where Wazzup takes it (v3: `crmMessageId`), it refuses what already went out.
 *
 * An agent's tool gets a new run for each try, so there the message itself stands in for the run: the same words to the
 * same chat, twice within one execution, count as one.
 */
export function sendIdFor(message: IDataObject, parameters: Parameters, run: Run): string {
	const { functions, node } = run;
	const { itemIndex } = parameters;
	const execution = functions.getExecutionId() || randomUUID();
	const parts = [
		functions.getInstanceId(),
		functions.getWorkflow().id,
		execution,
		node.id,
		itemIndex,
	];
	parts.push(functions.isToolExecution() ? JSON.stringify(message) : run.index);
	return PREFIX + createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** Whether an id was made here, and so can only have been used by an earlier try of the same item. */
export const isMadeByNode = (sendId = ''): boolean => /^n8n-[0-9a-f]{32}$/.test(sendId);

const REMEMBERED_FOR = 60 * 60_000;
const MOST_REMEMBERED = 50_000;

/**
 * What became of sends whose id was made here, for the case that n8n repeats the whole node: what went out is not sent
 * again, and what may have gone out is told as such again. Held in memory.
 */
export class SentBefore<E extends AnyEndpoint> {
	private readonly outcomes = new Map<string, { outcome: Outcome<E>; at: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	/** Only what went out, or may have, is worth remembering. */
	remember(account: string, sendId: string | undefined, outcome: Outcome<E>): void {
		if (!isMadeByNode(sendId) || !(outcome.ok || outcome.failure.mayHaveHappened)) return;
		this.outcomes.set(`${account} ${sendId}`, { outcome, at: this.now() });
		for (const [oldest, { at }] of this.outcomes) {
			if (this.now() - at < REMEMBERED_FOR && this.outcomes.size <= MOST_REMEMBERED) break;
			this.outcomes.delete(oldest);
		}
	}

	recall(account: string, sendId = ''): Outcome<E> | undefined {
		return this.outcomes.get(`${account} ${sendId}`)?.outcome;
	}
}
