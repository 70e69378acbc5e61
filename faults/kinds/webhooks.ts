import type { Sandbox } from '../../sandbox';
import { TriggerHost } from '../../test/engine/trigger/triggerHost';
import { TriggerWorkflow } from '../../test/engine/trigger/triggerWorkflow';
import { asOwner, asPartner, forAccount, report, toldInError } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';
import type { Evidence, Told } from '../judge';

/** Wazzup Trigger: a workflow that is published and unpublished in turns. */
export const register: Kind = {
	name: 'register',
	title: 'trigger: publish, unpublish',
	match: { path: '/v3/webhooks' },
	every: 7,
	isOneByOne: true,
	prepare: (sandbox) => async () => {
		const host = await TriggerHost.start();
		try {
			return await takeTurns(sandbox, host);
		} finally {
			await host.close();
		}
	},
};

async function takeTurns(sandbox: Sandbox, host: TriggerHost): Promise<Evidence> {
	const workflow = new TriggerWorkflow(host, {
		parameters: { events: ['messageReceived'] },
		credentials: asOwner(sandbox).credentials,
	});
	const isSet = () => {
		const { webhooksUri, subscriptions } = sandbox.control.state().webhooks;
		const isOwn = webhooksUri?.split('?')[0] === workflow.productionUrl;
		return isOwn && Object.values(subscriptions).includes(true);
	};
	const told: Array<{ item: number; as: Told }> = [];
	const effects: number[] = [];
	let isPublished = false;
	for (const item of indexes) {
		// As n8n does it: a workflow that could not be published is not unpublished.
		const as: Told = isPublished ? await unpublish(host, workflow) : await publish(workflow);
		const wanted: boolean = !isPublished;
		told.push({ item, as });
		if (isSet() === wanted) effects.push(item);
		isPublished = wanted && as === 'done';
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

const addressOf = (index: number) => `https://example.com/hook/${index}`;

/** Wazzup Client, Create Webhook: no document says what a repeat does, so none is made. */
export const subscribe: Kind = {
	name: 'subscribe',
	title: 'create webhook, 100 in a request',
	match: { method: 'POST', path: '/v2/webhooks', surface: 'tech' },
	every: 2,
	prepare: (sandbox) => async () => ({
		items: ITEMS,
		told: await report({
			...asPartner(sandbox),
			parameters: {
				...forAccount(sandbox.accountId),
				...{ resource: 'webhook', operation: 'create' },
				...{ url: '={{ $json.url }}', events: ['message.add'] },
			},
			items: indexes.map((index) => ({ url: addressOf(index) })),
		}),
		effects: sandbox.control.tech
			.account()
			.webhooks.map(({ url }) => Number(url.split('/').at(-1))),
	}),
};
