import { createHash, randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import type { sendMessage } from '../../../../api/v3/messages';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';
import type { Outcome } from '../../../shared/transport/request';

const PREFIX = 'n8n-';

/**
 * The `crmMessageId` of an item that has none of its own: the same when n8n repeats the same item of the same run
 * (Retry On Fail), so that Wazzup refuses what already went out; another one in every other run.
 *
 * An agent's tool gets a new run for each try, so there the message itself stands in for the run: the same words to the
 * same chat, twice within one execution, count as one.
 */
export async function crmMessageIdFor(
	message: IDataObject,
	parameters: Parameters,
	run: Run,
): Promise<string> {
	const { functions, node } = run;
	const { itemIndex } = parameters;
	const execution = functions.getExecutionId() || randomUUID();
	// The same for all items, and an expression costs n8n about as much as the rest of an item.
	const runIndex = await run.once('runIndex', async (): Promise<unknown> =>
		functions.evaluateExpression('{{ $runIndex }}', itemIndex),
	);
	const parts = [
		functions.getInstanceId(),
		functions.getWorkflow().id,
		execution,
		node.id,
		itemIndex,
	];
	parts.push(functions.isToolExecution() ? JSON.stringify(message) : String(runIndex));
	return PREFIX + createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** Whether an id was made here, and so can only have been used by an earlier try of the same item. */
export const isMadeByNode = (crmMessageId = ''): boolean => /^n8n-[0-9a-f]{32}$/.test(crmMessageId);

type SendOutcome = Outcome<typeof sendMessage>;

const REMEMBERED_FOR = 60 * 60_000;
const MOST_REMEMBERED = 50_000;

/**
 * What became of messages whose id was made here, for the case that n8n repeats the whole node after Wazzup's 60 s:
 * what went out is not sent again, and what may have gone out is told as such again. Held in memory.
 */
class SentBefore {
	private readonly outcomes = new Map<string, { outcome: SendOutcome; at: number }>();

	constructor(private readonly now: () => number = Date.now) {}

	/** Only what went out, or may have, is worth remembering. */
	remember(account: string, crmMessageId: string | undefined, outcome: SendOutcome): void {
		if (!isMadeByNode(crmMessageId) || !(outcome.ok || outcome.failure.mayHaveHappened)) return;
		this.outcomes.set(`${account} ${crmMessageId}`, { outcome, at: this.now() });
		for (const [oldest, { at }] of this.outcomes) {
			if (this.now() - at < REMEMBERED_FOR && this.outcomes.size <= MOST_REMEMBERED) break;
			this.outcomes.delete(oldest);
		}
	}

	recall(account: string, crmMessageId = ''): SendOutcome | undefined {
		return this.outcomes.get(`${account} ${crmMessageId}`)?.outcome;
	}
}

/** All sends of this process. */
export const sentBefore = new SentBefore();
