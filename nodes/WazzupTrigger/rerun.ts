import { randomUUID } from 'crypto';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { omit } from 'lodash';
import { isObject } from '../shared/parameters';
import type { ReceivedEvent } from './received';
import { nodeOf, repeats } from './repeats';

/** Under this name an item carries its mark from the delivery to the run; the next node does not see it. */
const MARK = 'wazzupDelivery';
/** Tells this process from those that took other deliveries: an n8n that was killed, or n8n's webhook process. */
const PROCESS = randomUUID();

/**
 * The item of an event, with what its run needs to know a repeat. Where the same event can mean two (an edit that is taken back),
 * only the order of the deliveries tells a repeat, and a run does not know it.
 */
export function marked(item: IDataObject, { repeatKey, content }: ReceivedEvent): IDataObject {
	if (repeatKey === undefined || content !== undefined) return item;
	return { ...item, [MARK]: { process: PROCESS, repeatKey } };
}

/**
 * The items of a run without their marks, and without what a delivery or another run has started already. n8n that is started
 * after a crash runs what it had stored by itself (EnqueuedExecutionRecoveryService of 2.41.1), while Wazzup, which got no
 * answer, delivers it again: whichever comes first counts.
 */
export function itemsOfRun(functions: IExecuteFunctions): INodeExecutionData[] {
	const isAgainOnPurpose = functions.getMode() === 'retry';
	return functions.getInputData().flatMap(({ json, ...rest }) => {
		const mark = json[MARK];
		if (!isObject(mark)) return { json, ...rest };
		const { process, repeatKey } = mark;
		const isJudged = process === PROCESS || isAgainOnPurpose || typeof repeatKey !== 'string';
		if (!isJudged && !repeats.isNew(nodeOf(functions), { repeatKey })) return [];
		return { json: omit(json, MARK), ...rest };
	});
}
