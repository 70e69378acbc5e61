import './impatient';
import { CounterWorkflow } from '../../engine/counterTrigger/counterHost';
import { FakeSocket, useFakeSocket } from '../../unit/counterTrigger/fakeSocket';
import { keyDoor } from './doors';
import { cells, type Meeting, useEcho } from './echo';
import { leaksIn } from './leaks';

useFakeSocket();

const use = useEcho();
const started: CounterWorkflow[] = [];
afterEach(async () => {
	for (const workflow of started.splice(0)) await workflow.stop();
});

const key = String(keyDoor.credentials.apiKey);
const lookup = '/counters/ws_host/api_v3/';

/** A workflow on a counter that answers what it is asked like this; the rest fails as the meeting says. */
function counterOn(
	api: string,
	replies: Record<string, unknown>,
	meeting: Meeting = { failure: '422', shape: 0 },
) {
	const reply = (_method: string, path: string) =>
		Object.entries(replies).find(([part]) => path.includes(part))?.[1];
	const { baseUrl, urls } = use.echo.meet({ ...meeting, reply });
	const workflow = new CounterWorkflow(
		{ api, users: ['2001'], options: {} },
		{ ...keyDoor.credentials, baseUrl },
	);
	started.push(workflow);
	/** Wazzup's own lookup of the host has the key in its path; nothing else may. */
	const others = () => urls.filter((url) => !url.includes(lookup));
	return { workflow, urls, others, host: { host: new URL(baseUrl).host } };
}

/** What publishing and a test each end with. */
async function errorsOf(workflow: CounterWorkflow): Promise<unknown[]> {
	const errors: unknown[] = [];
	await workflow.publish().catch((error: unknown) => errors.push(error));
	const { run } = workflow.test();
	return [...errors, await run];
}

const counter = { counter: 0, counterV2: 0, type: null };
describe.each([
	['v3', 'the counter is asked for', {}],
	['v3', 'the host is asked for', { unanswered: counter }],
	['legacy', 'the users are asked for', {}],
])('%s, a failure when %s', (api, _what, replies) => {
	test.each(cells)('$failure, shape $shape: no secret is shown', async (meeting) => {
		const { workflow, urls, others } = counterOn(api, replies, meeting);
		const errors = await errorsOf(workflow);
		expect(errors).toHaveLength(2);
		expect(urls.some((url) => url.includes(lookup))).toBe('unanswered' in replies);
		expect(leaksIn([errors, workflow.log, use.logged, others()])).toEqual([]);
		expect(FakeSocket.all).toEqual([]);
	});
});

test.each([`${key}.example.com`, `x?${key}`, `${key}@127.0.0.1`, `evil.example.com/${key}`])(
	'a host that is said to be %s gets no key, and is told without it',
	async (host) => {
		const { workflow, others } = counterOn('v3', {
			unanswered: counter,
			[lookup]: { host },
		});
		const errors = await errorsOf(workflow);
		expect(String(errors[0])).toContain('the API key is not sent to');
		expect(FakeSocket.all).toEqual([]);
		expect(leaksIn([errors, workflow.log, use.logged, others()])).toEqual([]);
	},
);

/** The newest socket, once it has been opened. */
async function socketAfter(count: number): Promise<FakeSocket> {
	while (FakeSocket.all.length <= count) await new Promise((resolve) => setImmediate(resolve));
	return FakeSocket.all[count] as FakeSocket;
}

const open = '0{"sid":"a","pingInterval":25000,"pingTimeout":20000}';
/** Wazzup does not let the client in, and repeats what it sent. */
const refusals = [`44{"message":"no ${key}"}`, `44"${encodeURIComponent(key)}"`, '41'];

describe.each(['v3', 'legacy'])('%s, the socket', (api) => {
	const told = api === 'v3' ? 'counterUpdate' : 'apiV2Notify';
	const onCounter = () => {
		const replies: Record<string, unknown> = { unanswered: counter, users: [{ id: '2001' }] };
		const made = counterOn(api, replies);
		replies[lookup] = made.host;
		return made;
	};

	test.each(refusals)('that answers %j: no secret is shown', async (refusal) => {
		const { workflow, others } = onCounter();
		const published = workflow.publish().catch((error: unknown) => error);
		const first = await socketAfter(0);
		first.hear(open, refusal);
		const error = await published;
		expect(String(error)).toContain('sent the connection away');
		expect(leaksIn([error, workflow.log, use.logged, others(), first.url])).toEqual([]);
	});

	test('that is lost and sends away later: no secret is in the log', async () => {
		const { workflow, others } = onCounter();
		const published = workflow.publish();
		const first = await socketAfter(0);
		first.hear(open, '40', `42["${told}",{"counter":1}]`);
		await published;
		first.hear(refusals[0] ?? '');
		const second = await socketAfter(1);
		second.hear(open, refusals[1] ?? '');
		const error = await workflow.failure();
		expect(workflow.log.join()).toContain('The connection is gone');
		const urls = [...others(), first.url, second.url];
		expect(leaksIn([error, workflow.log, workflow.items, use.logged, urls])).toEqual([]);
		// It is in the question, and there alone.
		expect(leaksIn(first.sent)).toHaveLength(1);
	});
});
