import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ReceivedEvent } from './received';

/** Events that are remembered of each node. */
const MOST_REMEMBERED = 5_000;

/**
 * The events that already started a workflow, by node, so that a second delivery of one starts nothing.
 * Held in memory, since n8n 2.41.1 saves no static data of a delivery that starts a run: as it stores the execution, it
 * marks the data as unchanged (establishExecutionContext). So a repeat after a restart of n8n, or one that reaches another
 * main or webhook process, is noticed only where a run of this process has it too (rerun.ts).
 */
export class Repeats {
	/** By node: the last content of each key, the one that was new last at the end. */
	private readonly seen = new Map<string, Map<string, string>>();

	constructor(private readonly most = MOST_REMEMBERED) {}

	/** Whether an event is no repeat of the last one with its key; from now on it has come. One without a key is always new. */
	isNew(node: string, { repeatKey, content = '' }: Pick<ReceivedEvent, 'repeatKey' | 'content'>) {
		if (repeatKey === undefined) return true;
		const contents = this.seen.get(node) ?? new Map<string, string>();
		this.seen.set(node, contents);
		if (contents.get(repeatKey) === content) return false;
		contents.delete(repeatKey);
		contents.set(repeatKey, content);
		const [oldest] = contents.keys();
		if (contents.size > this.most && oldest !== undefined) contents.delete(oldest);
		return true;
	}
}

/** Those of this n8n, which deliveries and runs share. */
export const repeats = new Repeats();

/** Tells the nodes of this n8n apart. */
export const nodeOf = (functions: IExecuteFunctions | IWebhookFunctions) =>
	`${functions.getWorkflow().id ?? ''} ${functions.getNode().id}`;
