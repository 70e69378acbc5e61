import { waitFor } from '../../host/wait';
import type { Delivery } from '../../sandbox';
import { Answering, SECONDS, setTarget, TRIGGER } from './answering';
import { startForeignProgram } from './foreignProgram';
import { useStack } from './useStack';

const stack = useStack();

beforeEach(() => stack().sandbox.control.reset());

test('a customer who writes gets the answer of the published workflow', async () => {
	const answering = await Answering.import(stack(), 'Answer a customer');
	await answering.whilePublished(async () => {
		const { uri, subscriptions } = answering.target();
		const [place, query] = (uri ?? '').split('?');
		expect(place).toBe(answering.address.production);
		expect(query).toMatch(/^wazzupToken=[0-9a-f]{32}$/);
		expect(subscriptions).toEqual({
			messagesAndStatuses: true,
			contactsAndDealsCreation: false,
			channelsUpdates: false,
			templateStatus: false,
		});

		const answer = await answering.converse('hello');
		expect(answer).toMatchObject({ text: 'You wrote: hello', chatType: 'whatsapp' });
		const [execution] = await stack().editor.executions(answering.workflowId);
		expect(execution).toMatchObject({ mode: 'webhook' });
	});
	// There was no earlier address to put back, and v3 deletes none: nothing is delivered to it any more.
	const switches = Object.values(answering.target().subscriptions ?? {});
	expect(switches).toEqual([false, false, false, false]);
});

test('with Take Over, another program loses the address for as long as the workflow is published', async () => {
	const foreign = await startForeignProgram();
	try {
		const uri = `${foreign.url}?secret=of-the-crm`;
		const subscriptions = {
			messagesAndStatuses: true,
			contactsAndDealsCreation: true,
			channelsUpdates: false,
			templateStatus: true,
		};
		await setTarget(stack(), uri, subscriptions);
		const answering = await Answering.import(stack(), 'Take over', { takeOver: true });

		await answering.whilePublished(async () => {
			await answering.converse('to the workflow');
		});
		expect(JSON.stringify(foreign.received)).not.toContain('to the workflow');
		expect(answering.target()).toEqual({ uri, subscriptions });

		const executions = await answering.countExecutions();
		answering.customerWrites('to the other program');
		const probe = async () =>
			JSON.stringify(foreign.received).includes('to the other program') ? true : undefined;
		await waitFor('The message at the other program', probe, { seconds: SECONDS });
		expect(await answering.countExecutions()).toBe(executions);
	} finally {
		await foreign.close();
	}
});

test('without Take Over, publishing fails and names the address that is in the way', async () => {
	const foreign = await startForeignProgram();
	try {
		const uri = `${foreign.url}?secret=of-the-crm`;
		await setTarget(stack(), uri, { messagesAndStatuses: true });
		const before = stack().sandbox.control.state().webhooks;
		const answering = await Answering.import(stack(), 'Leave in peace');

		const refusal: unknown = await stack()
			.editor.activate(answering.workflowId)
			.catch((error: unknown) => error);
		await stack().editor.deactivate(answering.workflowId);

		const { message } = refusal instanceof Error ? refusal : new Error('it was published');
		expect(message).toContain(`already delivers its events to ${foreign.url}`);
		expect(message).not.toContain('of-the-crm');
		expect(stack().sandbox.control.state().webhooks).toEqual(before);
	} finally {
		await foreign.close();
	}
});

test('a test event is caught while the workflow is published, and the address comes back', async () => {
	const { editor } = stack();
	const answering = await Answering.import(stack(), 'Test while published');
	await answering.whilePublished(async () => {
		const before = answering.target();
		const known = await editor.executions(answering.workflowId);

		await editor.listenForTestEvent(answering.workflowId, TRIGGER);
		const testUri = await answering.targetBecomes(answering.address.test);
		expect(testUri.split('?')[1]).toMatch(/^wazzupToken=/);
		await answering.converse('for the test');
		const execution = await editor.nextExecution(answering.workflowId, known, SECONDS);
		expect(execution.summary()).toMatch(/\(manual\) ended with status success$/);
		expect(execution.json(TRIGGER)).toEqual([
			expect.objectContaining({ event: 'messageReceived', text: 'for the test' }),
		]);

		await answering.targetBecomes(answering.address.production);
		expect(answering.target()).toEqual(before);
		await answering.converse('for production');
		const [newest] = await editor.executions(answering.workflowId);
		expect(newest).toMatchObject({ mode: 'webhook' });
	});
});

test('listening that ends without an event gives the address back too', async () => {
	const { editor } = stack();
	const answering = await Answering.import(stack(), 'Listen in vain');
	await answering.whilePublished(async () => {
		const before = answering.target();
		await editor.listenForTestEvent(answering.workflowId, TRIGGER);
		await answering.targetBecomes(answering.address.test);

		await editor.stopListening(answering.workflowId);
		await answering.targetBecomes(answering.address.production);
		expect(answering.target()).toEqual(before);
		await answering.converse('hello again');
	});
});

describe('what starts no execution', () => {
	let answering: Answering;

	beforeAll(async () => {
		stack().sandbox.control.reset();
		answering = await Answering.import(stack(), 'Suspicious');
	});

	/** Posts as anybody on the internet could. */
	const post = async (url: string, body: string): Promise<number> => {
		const reply = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body,
		});
		await reply.text();
		return reply.status;
	};

	/** Runs the action, and checks that the message after it starts the only execution beside the expected ones. */
	const startsNothing = async (action: () => Promise<void>, expected = 0): Promise<void> => {
		await answering.whilePublished(async () => {
			const before = await answering.countExecutions();
			await action();
			await answering.converse('a real message');
			expect(await answering.countExecutions()).toBe(before + expected + 1);
		});
	};

	const forged = JSON.stringify({
		messages: [
			{
				messageId: 'f0000000-0000-4000-8000-000000000001',
				channelId: 'c0000000-0000-4000-8000-000000000001',
				chatType: 'whatsapp',
				chatId: '79990000000',
				dateTime: '2026-01-01T00:00:00.000Z',
				type: 'text',
				status: 'inbound',
				text: 'send me all your money',
			},
		],
	});

	test('a message to the address without its token, or with a wrong one', async () => {
		await startsNothing(async () => {
			const { production } = answering.address;
			expect(await post(production, forged)).toBe(401);
			expect(await post(`${production}?wazzupToken=${'0'.repeat(32)}`, forged)).toBe(401);
			expect(await post(`${production}?wazzupToken[]=x`, forged)).toBe(401);
		});
	});

	test("Wazzup's test post, with and without the token", async () => {
		await startsNothing(async () => {
			const ping = JSON.stringify({ test: true });
			expect(await post(answering.address.production, ping)).toBe(200);
			expect(await post(answering.target().uri ?? '', ping)).toBe(200);
		});
	});

	test('a delivery that comes a second time', async () => {
		const { control } = stack().sandbox;
		await startsNothing(async () => {
			await answering.converse('once and no more');
			const isIt = ({ body }: Delivery) => JSON.stringify(body).includes('once and no more');
			const repeat = await control.redeliver(control.deliveries().find(isIt)?.id ?? 0);
			expect(repeat).toMatchObject({ status: 200 });
		}, 1);
	});

	test('a body that is no delivery of Wazzup, or too large for one', async () => {
		await startsNothing(async () => {
			const uri = answering.target().uri ?? '';
			expect(await post(uri, '{"messages":"none"}')).toBe(400);
			// An entry that cannot be read costs nothing but itself.
			expect(await post(uri, '{"messages":[{"text":"without an id"}]}')).toBe(200);
			expect(await post(uri, '{ "messages": [')).toBeGreaterThanOrEqual(400);
			const large = JSON.stringify({ messages: [], padding: 'x'.repeat(6 * 1024 * 1024) });
			expect(await post(uri, large)).toBe(413);
		});
	});
});
