import { randomBytes } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ReceivedEvent } from './received';
import { nodeOf, repeats } from './repeats';

/** Under this name an item carries its mark from the delivery to the run; the next node does not see it. */
const MARK = 'wazzupDelivery';
/** Tells this process from those that took other deliveries: an n8n that was killed, or n8n's webhook process. */
const PROCESS = randomBytes(6).toString('base64url');

/**
 * The item of an event, with what its run needs to know a repeat. Where the same event can mean two (an edit that is taken back),
 * only the order of the deliveries tells a repeat, and a run does not know it.
 */
export function marked(item: IDataObject, { repeatKey, content }: ReceivedEvent): IDataObject {
	if (repeatKey === undefined || content !== undefined) return item;
	return { ...item, [MARK]: `${PROCESS} ${repeatKey}` };
}

/**
 * The items of a run without their marks, and without what a delivery or another run has started already. n8n that is started
 * after a crash runs what it had stored by itself (EnqueuedExecutionRecoveryService of 2.41.1), while Wazzup, which got no
 * answer, delivers it again: whichever comes first counts.
 */
export function itemsOfRun(functions: IExecuteFunctions): INodeExecutionData[] {
	const isAgainOnPurpose = functions.getMode() === 'retry';
	const node = nodeOf(functions);
	return functions.getInputData().flatMap((item) => {
		const { [MARK]: mark, ...json } = item.json;
		if (typeof mark !== 'string') return item;
		const isOurs = mark.startsWith(`${PROCESS} `);
		const repeatKey = mark.slice(mark.indexOf(' ') + 1);
		if (!isOurs && !isAgainOnPurpose && !repeats.isNew(node, { repeatKey })) return [];
		return { ...item, json };
	});
}
