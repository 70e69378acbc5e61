import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { Wazzup } from '../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../nodes/WazzupClient/WazzupClient.node';
import { startSandbox, type Fault, type Sandbox, type SandboxOptions } from '../sandbox';
import { runNode, type EngineRun } from '../test/engine/harness';
import { asOwner, asPartner, forAccount } from './engine';
import { channelOf, send } from './kinds/sends';
import { createUser } from './kinds/tokens';

/** A wait in whose middle the execution is cancelled. */
export interface Waiting {
	name: string;
	title: string;
	sandbox?: SandboxOptions;
	faults?: Fault[];
	nodeType: () => INodeType;
	run: (sandbox: Sandbox) => EngineRun;
	/** How many requests there are before the wait that is meant. */
	requests: number;
}

export interface Cancelled {
	title: string;
	/** Milliseconds from the cancel to the end of the node's own work; n8n itself does not wait for that. */
	stopped: number;
	/** Requests that came after the cancel. */
	requestsAfter: number;
}

const messages = [...Array(20).keys()].map((index) => ({
	to: `7901${1_000_000 + index}`,
	text: `message ${index}`,
}));
const sendAll = (sandbox: Sandbox): EngineRun => ({
	...asOwner(sandbox),
	parameters: send(channelOf(sandbox.control.state().channels)),
	items: messages,
});
const token = { method: 'POST', path: '/v2/oauth/token' };
const createUsers = (sandbox: Sandbox): EngineRun => ({
	...asPartner(sandbox),
	parameters: createUser,
	items: messages.map((_, index) => ({ id: String(index), accountId: sandbox.accountId })),
});
const exportAll: IDataObject = {
	...{ resource: 'message', operation: 'export' },
	...{ startAt: '={{ $now.minus({ days: 1 }).toISO() }}', endAt: '={{ $now.toISO() }}' },
};

const wazzup = () => new Wazzup();
const client = () => new WazzupClient();

export const waitings: readonly Waiting[] = [
	{
		name: 'rate',
		title: 'rate limit: the window is used up',
		nodeType: wazzup,
		run: (sandbox) => {
			const run = sendAll(sandbox);
			return { ...run, credentials: { ...run.credentials, requestsPer5Seconds: 5 } };
		},
		requests: 5,
	},
	{
		name: 'retryAfter',
		title: '429 with Retry-After: 60',
		faults: [{ kind: '429', retryAfter: 60 }],
		nodeType: wazzup,
		run: sendAll,
		requests: 20,
	},
	{
		name: 'repeat',
		title: 'pause before a repeat, after 500',
		faults: [{ kind: 'status', status: 500 }],
		nodeType: wazzup,
		run: sendAll,
		requests: 60,
	},
	{
		name: 'answer',
		title: 'answer that takes 50 s',
		faults: [{ kind: 'slow', delay: 50_000 }],
		nodeType: wazzup,
		run: sendAll,
		requests: 20,
	},
	{
		name: 'export',
		title: 'export that takes half an hour',
		sandbox: { exportTime: 1_800_000 },
		nodeType: client,
		run: (sandbox) => ({
			...asPartner(sandbox),
			parameters: { ...forAccount(sandbox.accountId), ...exportAll },
		}),
		// Two for the tokens, the start, and looks between which the pauses grow.
		requests: 6,
	},
	{
		name: 'token',
		title: 'token that takes 50 s',
		faults: [{ match: token, kind: 'slow', delay: 50_000 }],
		nodeType: client,
		run: createUsers,
		requests: 1,
	},
	{
		name: 'tokenRepeat',
		title: 'pause before a token is asked for again, after 500',
		faults: [{ match: token, kind: 'status', status: 500 }],
		nodeType: client,
		run: createUsers,
		requests: 2,
	},
];

/** In milliseconds: until the run is in its wait for sure; and how long requests are looked for that should not come. */
const INTO_THE_WAIT = 300;
const WATCHED = 3_000;

/** Cancels an execution in the middle of a wait. */
export async function cancelIn(waiting: Waiting): Promise<Cancelled> {
	const sandbox = await startSandbox({ statusSteps: false, echo: false, ...waiting.sandbox });
	try {
		for (const fault of waiting.faults ?? []) sandbox.control.addFault(fault);
		const requests = () => sandbox.control.journal().length;
		let cancel = () => {};
		const { nodeType, ended } = watched(waiting.nodeType);
		const running = runNode({
			...waiting.run(sandbox),
			nodeType,
			cancellable: (stop) => (cancel = stop),
		});
		while (requests() < waiting.requests) await wait(10);
		await wait(INTO_THE_WAIT);
		const before = requests();
		const cancelledAt = performance.now();
		cancel();
		await Promise.all([running, ended]);
		const stopped = performance.now() - cancelledAt;
		await wait(WATCHED);
		return { title: waiting.title, stopped, requestsAfter: requests() - before };
	} finally {
		await sandbox.close();
	}
}

/** The node, and the end of its own work. */
function watched(make: () => INodeType): { nodeType: INodeType; ended: Promise<void> } {
	const nodeType = make();
	const inner = make();
	let end = () => {};
	const ended = new Promise<void>((resolve) => (end = resolve));
	nodeType.execute = async function (response) {
		try {
			return (await inner.execute?.call(this, response)) ?? null;
		} finally {
			end();
		}
	};
	return { nodeType, ended };
}
