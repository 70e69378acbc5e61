import { isEqual, uniq } from 'lodash';
import type { Sandbox } from '../../sandbox';
import { TriggerHost } from '../../test/engine/trigger/triggerHost';
import { TriggerWorkflow, type TriggerOptions } from '../../test/engine/trigger/triggerWorkflow';
import { toldInError } from '../engine';
import type { Evidence, Told } from '../judge';
import { indexes, ITEMS, type Kind } from '../kind';

/** A trigger, and what its account delivers where: each line an event or an address. */
export interface Ground {
	options: TriggerOptions;
	/** What the account delivers now. Addresses of the trigger are without their token. */
	now: (own: string) => string[];
	/** What it is to deliver while the workflow is published. */
	published: (own: string) => string[];
	/** What it is to deliver when it is not: what another program has there. */
	unpublished: string[];
	/** As another program, which reads what is set. */
	look: () => Promise<unknown>;
	/** As that other program, which puts its own address back where nothing is delivered any more. */
	occupy?: () => Promise<void>;
}

/** In each so manieth turn another program looks, or a fault that ends a turn would meet the same of its requests for ever. */
const LOOKS = 9;

/** Wazzup Trigger: a workflow that is published and unpublished in turns. */
export function register(
	kind: Omit<Kind, 'every' | 'isOneByOne' | 'prepare'>,
	groundOf: (sandbox: Sandbox, host: TriggerHost) => Ground,
): Kind {
	return {
		...kind,
		every: 9,
		isOneByOne: true,
		prepare: async (sandbox) => {
			const host = await TriggerHost.start();
			const ground = groundOf(sandbox, host);
			await ground.occupy?.();
			return async () => {
				try {
					return await takeTurns(host, ground);
				} finally {
					await host.close();
				}
			};
		},
	};
}

async function takeTurns(host: TriggerHost, ground: Ground): Promise<Evidence> {
	const workflow = new TriggerWorkflow(host, ground.options);
	const now = () => ground.now(workflow.productionUrl).sort();
	const published = ground.published(workflow.productionUrl).sort();
	const told: Array<{ item: number; as: Told }> = [];
	const effects: number[] = [];
	let isPublished = false;
	for (const item of indexes) {
		if (item % LOOKS === 1) await ground.look();
		if (!isPublished && now().length === 0) await ground.occupy?.();
		const before = now();
		const wanted = isPublished ? ground.unpublished : published;
		const as: Told = isPublished ? await unpublish(host, workflow) : await publish(workflow);
		const after = now();
		told.push({ item, as });
		// A publication that failed leaves everything as it was.
		const hasHappened =
			as === 'done' || isPublished ? isEqual(after, wanted) : !isEqual(after, before);
		const isDoubled = uniq(after).length < after.length;
		effects.push(...(isDoubled ? [item, item] : hasHappened ? [item] : []));
		// As n8n does it: a workflow that could not be published is not unpublished.
		isPublished = !isPublished && as === 'done';
	}
	return { items: ITEMS, told, effects };
}

async function publish(workflow: TriggerWorkflow): Promise<Told> {
	try {
		await workflow.publish();
		return 'done';
	} catch (error) {
		const { message, description, context } = error as Error & {
			description?: string;
			context?: { wazzup?: object };
		};
		return toldInError({ error: message, details: { description, ...context?.wazzup } });
	}
}

/** Stopping a workflow never fails; what it could not do is logged. */
async function unpublish(host: TriggerHost, workflow: TriggerWorkflow): Promise<Told> {
	const before = host.warnings.length;
	await workflow.unpublish();
	const warnings = host.warnings.slice(before);
	if (warnings.length === 0) return 'done';
	return warnings.some((line) => /may (still|go on)|may have/.test(line)) ? 'unsure' : 'failed';
}
