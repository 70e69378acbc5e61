import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { countBy, difference, intersection, range } from 'lodash';
import type { SandboxCredentials } from '../../host/credentials';
import type { ExecutionRow } from '../../host/executions';
import { waitFor } from '../../host/wait';
import { isObject } from '../../nodes/shared/parameters';
import { noteFigures } from '../figures';
import { startForeignProgram, type ForeignProgram } from './foreignProgram';
import { useStack } from './useStack';
import { WAZZUP_TRIGGER, workflowOf } from './workflows';

/** Messages of one burst; n8n is killed when it has answered so many. */
const MESSAGES = 300;
const KILLED_AFTER = 100;
const AT_ONCE = 20;
/** One forged delivery to so many genuine ones. */
const FORGED_EACH = 10;

/** What sends events to a trigger. */
interface Service {
	surface: string;
	credential: keyof SandboxCredentials;
	/** Whether it repeats a delivery that got no answer. */
	repeats: boolean;
	/** The address that the trigger has registered. */
	address: () => string | null | undefined;
	/** The delivery of a message. */
	delivery: (text: string) => object;
}

const stack = useStack();
jest.setTimeout(400_000);

const services: Service[] = [
	{
		surface: 'v3',
		credential: 'wazzupApi',
		repeats: false,
		address: () => stack().sandbox.control.state().webhooks.webhooksUri,
		delivery: (text) => ({
			messages: [{ messageId: randomUUID(), type: 'text', isEcho: false, text }],
		}),
	},
	{
		surface: 'legacy',
		credential: 'wazzupApi',
		repeats: false,
		address: () => stack().sandbox.control.state().legacy.webhooksUrl,
		delivery: (text) => ({
			messages: [{ messageId: randomUUID(), type: 1, status: 99, text }],
		}),
	},
	{
		surface: 'tech',
		credential: 'wazzupClientApi',
		repeats: true,
		address: () => stack().sandbox.control.tech.account().webhooks[0]?.url,
		delivery: (text) => ({
			event: 'message.add',
			data: [{ message_id: randomUUID(), direction: 'inbound', type: 'text', text }],
			meta: { idempotency_key: randomUUID(), timestamp: 1_746_541_000 },
		}),
	},
];

let crm: ForeignProgram;
beforeEach(async () => {
	crm = await startForeignProgram();
});
afterEach(async () => await crm.close());

/** Publishes a workflow that tells the CRM of every message; gives its id. */
async function publish({ surface, credential }: Service): Promise<string> {
	const { editor, credentials } = stack();
	const { id } = await editor.saveWorkflow(
		workflowOf(`killed, ${surface}`, credentials[credential], [
			{
				name: 'Trigger',
				type: WAZZUP_TRIGGER,
				webhookId: randomUUID(),
				parameters: { surface, events: ['messageReceived'] },
			},
			{
				name: 'Tell the CRM',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				parameters: {
					...{ method: 'POST', url: crm.url, sendBody: true, specifyBody: 'json' },
					jsonBody: '={{ { text: $json.text } }}',
				},
			},
		]),
	);
	await editor.activate(id);
	return id;
}

/** Posts a delivery; gives the status, 0 where no answer came. */
async function post(url: string, body: object): Promise<number> {
	try {
		const reply = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json; charset-utf-8' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		await reply.arrayBuffer();
		return reply.status;
	} catch {
		return 0;
	}
}

/** The executions of a workflow, as soon as nothing happens any more: n8n leaves some that it was killed in as running. */
async function executionsOf(workflowId: string): Promise<ExecutionRow[]> {
	let before = '';
	const quiet = async () => {
		const rows = await stack().editor.executions(workflowId, MESSAGES * 2);
		const statuses = countBy(rows, 'status');
		const now = JSON.stringify([statuses, crm.received.length]);
		const isQuiet = now === before && statuses.success !== undefined;
		before = now;
		return isQuiet ? rows : undefined;
	};
	return await waitFor('Quiet', quiet, { seconds: 90, everyMs: 3_000, report: () => before });
}

/** What the workflow told the CRM, by text. */
const toldTexts = (): Record<string, number> =>
	countBy(crm.received.map((body) => (isObject(body) ? String(body.text) : '')));

test.each(services)(
	'$surface: n8n is killed in the middle of a burst and started again',
	async (service) => {
		const { n8n, editor } = stack();
		const workflow = await publish(service);
		const url = service.address() ?? '';
		/** Runs from the moment that n8n is killed until it is there again. */
		let restart: Promise<void> | undefined;
		const inFlight = new Set<string>();
		const answered: string[] = [];
		const forged: number[] = [];

		const deliver = async (text: string): Promise<void> => {
			await restart;
			const body = service.delivery(text);
			let status = await post(url, body);
			if (status === 0) {
				inFlight.add(text);
				if (!service.repeats) return;
				await restart;
				status = await post(url, body);
			}
			expect(status).toBe(200);
			answered.push(text);
			if (answered.length === KILLED_AFTER) restart ??= n8n.kill().then(() => n8n.restart());
		};
		const forge = async (n: number): Promise<void> => {
			await restart;
			forged.push(await post(url.split('?')[0] ?? '', service.delivery(`forged ${n}`)));
		};
		const limit = pLimit(AT_ONCE);
		const texts = range(MESSAGES).map((n) => `${service.surface} ${n}`);
		const started = Date.now();
		await Promise.all(
			texts.flatMap((text, n) => [
				limit(deliver, text),
				...(n % FORGED_EACH === 0 ? [limit(forge, n)] : []),
			]),
		);
		const rows = await executionsOf(workflow);
		const told = toldTexts();
		const lost = texts.filter((text) => !told[text]);
		const doubled = texts.filter((text) => (told[text] ?? 0) > 1);
		// A run that had begun when n8n was killed is cut off, and its execution says so.
		const cutOff = await Promise.all(
			rows
				.filter(({ status }) => status !== 'success')
				.map(async ({ id }) => (await editor.execution(id)).stored),
		);
		noteFigures({
			surface: service.surface,
			what: `n8n killed with ${inFlight.size} deliveries in flight, ${cutOff.length} runs cut off`,
			deliveries: MESSAGES + (service.repeats ? inFlight.size : 0) + forged.length,
			...{ texts, runs: told, started },
		});

		expect(forged.filter((status) => status !== 401 && status !== 0)).toEqual([]);
		expect(difference(Object.keys(told), texts)).toEqual([]);
		// Whatever was answered has started one run, if only one that was cut off.
		const begun = difference(lost, [...inFlight]).map((text) => {
			const { length } = cutOff.filter((stored) => stored.includes(`"${text}"`));
			return { text, runs: length };
		});
		expect(begun).toEqual(begun.map(({ text }) => ({ text, runs: 1 })));
		expect(inFlight.size).toBeLessThanOrEqual(AT_ONCE);
		expect(doubled).toEqual([]);
		if (service.repeats) expect(answered).toHaveLength(MESSAGES);
		if (service.repeats) expect(intersection(lost, [...inFlight])).toEqual([]);
		await editor.deactivate(workflow);
	},
);
