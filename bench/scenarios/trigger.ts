import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { startStack, Stops, type Stack } from '../../host/stack';
import { waitFor } from '../../host/wait';
import type { WorkflowFile } from '../../host/workflow';
import { percent } from '../format';
import { goalList } from '../goal';
import { median } from '../statistics';
import { table } from '../table';
import type { Context, Scenario } from './scenario';

const ROUNDS = 5;
const ROUND_SECONDS = 8;
const WARM_UP_SECONDS = 8;
const CONNECTIONS = 10;

const OURS = 'Wazzup Trigger';
const WEBHOOK = 'Webhook';
const ISOLATED = 'Webhook, version 1';

/** What one round of deliveries measured. */
interface Deliveries {
	perSecond: number;
	/** Milliseconds until the 200. */
	p50: number;
	p99: number;
}

interface Contender {
	label: string;
	workflowId: string;
	url: string;
}

/** A workflow of one trigger that only receives. */
const workflowOf = (name: string, type: string, node: object): WorkflowFile => ({
	name,
	nodes: [
		{
			id: 'trigger',
			name,
			type,
			position: [0, 0],
			typeVersion: 1,
			webhookId: randomUUID(),
			...node,
		},
	],
	connections: {},
	settings: { executionOrder: 'v1' },
});

/** Deliveries of Wazzup to the trigger in the real n8n, against n8n's own Webhook node. */
export const trigger: Scenario = {
	name: 'trigger',
	title: 'Receive deliveries',
	async run(context) {
		const parts = [INTRO];
		for (const setting of settings) {
			const stops = new Stops();
			try {
				const stack = await startStack(stops, { say: context.say, env: setting.env });
				const contenders = [await publishOurs(stack), await publishTheirs(stack, WEBHOOK, 2.1)];
				// n8n's next best: version 1 of its node goes the way of every trigger but the newer Webhook node.
				if (!setting.env) contenders.push(await publishTheirs(stack, ISOLATED, 1));
				for (const messages of [1, 100]) {
					parts.push(await compare(stack, context, setting, messages, contenders));
				}
			} finally {
				await stops.run();
			}
		}
		return parts.join('\n\n');
	},
};

/** LiveWebhooks.webhookPhaseNeedsIsolate of n8n 2.41.1. */
const ISOLATE =
	'n8n 2.41 makes a sandbox for expressions with every delivery, and spares it only where the node is its own Webhook node of ' +
	'version 2 or later; no other trigger can have that. Version 1 of the Webhook node has no such privilege. Of a CPU profile of n8n, the code of the Wazzup Trigger is about 1 %.';

const ITEMS =
	'The trigger gives out an item for each message, after reading it by its contract; n8n copies and stores every item. The Webhook ' +
	'node gives out one, whatever is in it.';

/** How n8n is started. */
interface Setting {
	name: string;
	env?: Record<string, string>;
	/** Why the goal is missed, where it is. */
	reason: string;
}

const LAZY = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';
const settings: Setting[] = [
	{ name: 'n8n as it is installed', reason: ISOLATE },
	{ name: `n8n with ${LAZY}=true`, env: { [LAZY]: 'true' }, reason: ITEMS },
];

const INTRO =
	`Deliveries of new messages to a published workflow of one node, in n8n as it is installed (executions are saved), over ` +
	`${CONNECTIONS} connections that each send the next delivery after the 200. The nodes take turns, ${ROUNDS} rounds of ` +
	`${ROUND_SECONDS} s each; the median round counts. The Wazzup Trigger checks the token, reads every message by its contract, ` +
	'leaves out repeats and gives out an item for each message; the Webhook node gives out the body as it came. ' +
	'n8n runs the workflows while it answers, so both are mostly n8n itself.';

async function publishOurs({ editor, credentials, sandbox }: Stack): Promise<Contender> {
	const { id, name, type } = credentials.wazzupApi;
	const stored = await editor.saveWorkflow(
		workflowOf('Wazzup Trigger', 'n8n-nodes-wazzup24.wazzupTrigger', {
			typeVersion: 1.1,
			parameters: { events: ['messageReceived'] },
			credentials: { [type]: { id, name } },
		}),
	);
	await editor.activate(stored.id);
	// With its token, as Wazzup got it.
	const url = sandbox.control.state().webhooks.webhooksUri ?? '';
	return { label: OURS, workflowId: stored.id, url };
}

async function publishTheirs(
	{ editor, n8n }: Stack,
	label: string,
	typeVersion: number,
): Promise<Contender> {
	const path = `bench-${typeVersion}`;
	const stored = await editor.saveWorkflow(
		workflowOf(label, 'n8n-nodes-base.webhook', {
			typeVersion,
			parameters: { path, httpMethod: 'POST', options: {} },
		}),
	);
	await editor.activate(stored.id);
	return { label, workflowId: stored.id, url: `${n8n.url}/webhook/${path}` };
}

async function compare(
	stack: Stack,
	{ say }: Context,
	setting: Setting,
	messages: number,
	contenders: Contender[],
): Promise<string> {
	const body = deliveryOf(messages);
	const size = messages === 1 ? 'one message a delivery' : `${messages} messages a delivery`;
	const what = `${setting.name}, ${size}`;
	const rounds = new Map(contenders.map(({ label }) => [label, [] as Deliveries[]]));
	for (const contender of contenders) await deliver(stack, contender, body, WARM_UP_SECONDS);
	for (let round = 1; round <= ROUNDS; round++) {
		// Who goes first changes, since n8n's database grows.
		const order = round % 2 === 1 ? contenders : [...contenders].reverse();
		for (const contender of order) {
			const measured = await deliver(stack, contender, body, ROUND_SECONDS);
			rounds.get(contender.label)?.push(measured);
			say(
				`  ${what}, round ${round} of ${ROUNDS}: ${contender.label}: ${measured.perSecond.toFixed(0)} deliveries a second, 200 after ${measured.p50} ms (p50), ${measured.p99} ms (p99)`,
			);
		}
	}
	const of = (label: string, name: keyof Deliveries) =>
		median((rounds.get(label) ?? []).map((round) => round[name]));
	/** The median of the ratios of each round: how many deliveries of ours for one of another. */
	const share = (label: string) =>
		median(
			(rounds.get(OURS) ?? []).map(
				({ perSecond }, round) => perSecond / (rounds.get(label)?.[round]?.perSecond ?? 0),
			),
		);
	const rows = await table([
		['', 'deliveries a second', 'Wazzup Trigger to it', '200 after, p50', '200 after, p99'],
		...contenders.map(({ label }) => [
			label,
			of(label, 'perSecond').toFixed(0),
			percent(share(label)),
			`${of(label, 'p50').toFixed(0)} ms`,
			`${of(label, 'p99').toFixed(0)} ms`,
		]),
	]);
	const goal = {
		goal: `${what}: at least 95 % of the deliveries of the Webhook node`,
		measured: contenders
			.slice(1)
			.map(({ label }) => `${percent(share(label))} of ${label}`)
			.join(', '),
		holds: share(WEBHOOK) >= 0.95,
		reason: setting.reason,
	};
	return [`### ${what}`, rows, goalList([goal])].join('\n\n');
}

async function deliver(
	stack: Stack,
	{ workflowId, url }: Contender,
	body: string,
	duration: number,
): Promise<Deliveries> {
	const { requests, latency, errors, timeouts, non2xx } = await autocannon({
		url,
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body,
		idReplacement: true,
		connections: CONNECTIONS,
		duration,
	});
	if (errors + timeouts + non2xx > 0) {
		throw new Error(`${errors} deliveries failed, ${timeouts} timed out, ${non2xx} were refused`);
	}
	await idle(stack, workflowId);
	return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
}

/** Resolves when n8n has run what it took. */
async function idle({ editor }: Stack, workflowId: string): Promise<void> {
	const probe = async () => {
		const newest = await editor.executions(workflowId);
		return newest.some(({ status }) => ['new', 'running'].includes(status)) ? undefined : true;
	};
	await waitFor('The end of all executions', probe, { seconds: 120 });
}

/** A delivery of so many messages, with `[<id>]` where every delivery has another id. */
function deliveryOf(count: number): string {
	const messages = Array.from({ length: count }, (_, index) => ({
		messageId: `[<id>]-${index}`,
		channelId: 'c0000000-0000-4000-8000-000000000001',
		chatType: 'whatsapp',
		chatId: String(79_010_000_000 + index),
		dateTime: '2026-11-20T10:00:00.000Z',
		type: 'text',
		status: 'inbound',
		text: `Hello, where is my order ${index}?`,
		isEcho: false,
		contact: { name: `Customer ${index}`, avatarUri: 'https://example.com/avatar.png' },
	}));
	return JSON.stringify({ messages });
}
