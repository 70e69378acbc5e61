import './impatient';
import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../nodes/shared/parameters';
import { TriggerHost } from '../../engine/trigger/triggerHost';
import { TriggerWorkflow } from '../../engine/trigger/triggerWorkflow';
import { clientDoors, closedDoors, keyDoor, plainCanary, type Door } from './doors';
import { cells, type Meeting, useEcho } from './echo';
import { CANARY, leaksIn } from './leaks';

/** The webhook settings of an account on each surface, with an address of another program. */
const accounts = {
	v3: () => {
		let settings: object = { webhooksUri: other, subscriptions: { channelsUpdates: true } };
		return (method: string, body: unknown) => {
			if (method === 'PATCH') settings = { ...settings, ...(isObject(body) && body) };
			return settings;
		};
	},
	legacy: () => {
		let webhooksUrl: unknown = other;
		return (method: string, body: unknown) => {
			if (method === 'PUT' && isObject(body)) webhooksUrl = body.url;
			return { webhooksUrl };
		};
	},
	tech: () => {
		let data: IDataObject[] = [{ id: '1', url: other, event: 'message.new' }];
		return (method: string, body: unknown) => {
			const made = isObject(body) ? (body.data as IDataObject[]) : [];
			if (method === 'POST') {
				data = [...data, ...made.map((one) => ({ ...one, id: String(Math.random()) }))];
			}
			return { data };
		};
	},
};

/** Somebody's secret is in it, too. */
const other = `https://user:${plainCanary('login')}@crm.example.com/x?key=${plainCanary('other')}`;

type Surface = keyof typeof accounts;
const ways: Array<[string, Surface, Door]> = [
	['v3', 'v3', keyDoor],
	['legacy', 'legacy', keyDoor],
	...[...clientDoors, ...closedDoors].map((door): [string, Surface, Door] => [
		`tech, ${door.name}`,
		'tech',
		door,
	]),
];

const use = useEcho();
let host: TriggerHost;
let workflows = 0;

beforeAll(async () => {
	host = await TriggerHost.start();
});
afterAll(async () => await host.close());

/** A trigger on an account that fails as the test says, from the moment on when it says so. */
function triggerOn(surface: Surface, { credentials, ...door }: Door, meeting: Meeting) {
	let failing: 'nothing' | 'writes' | 'everything' = 'nothing';
	const account = accounts[surface]();
	const { baseUrl, urls } = use.echo.meet({
		...{ ...meeting, grants: door.grants },
		reply: (method, path, body) => {
			const fails = failing === 'everything' || (failing === 'writes' && method !== 'GET');
			return fails || path.startsWith('/v2/oauth') ? undefined : account(method, body);
		},
	});
	const workflow = new TriggerWorkflow(host, {
		id: `workflow-${++workflows}`,
		parameters: {
			...{ surface, events: ['messageReceived'], takeOver: true, accountId: '12345678' },
			...(door.authentication && { authentication: door.authentication }),
		},
		credentials: { ...credentials, baseUrl },
		credentialType: door.credentialType,
	});
	return { workflow, urls, fail: (what: typeof failing) => (failing = what) };
}

/** What comes of a step; undefined where it goes well. */
async function errorOf(step: () => Promise<unknown>): Promise<unknown> {
	try {
		await step();
		return undefined;
	} catch (error) {
		return error;
	}
}

describe.each(ways)('Wazzup Trigger, %s', (_name, surface, door) => {
	test.each(cells)('shows no secret on $failure, shape $shape', async (meeting) => {
		const { workflow, urls, fail } = triggerOn(surface, door, meeting);
		const lets = !closedDoors.includes(door);
		const published = await errorOf(async () => await workflow.publish());
		expect(published === undefined).toBe(lets);
		const texts: unknown[] = [published];
		const token = /wazzupToken=(\w+)/.exec(JSON.stringify(workflow.staticData))?.[1];
		expect(token !== undefined).toBe(lets);

		for (const what of ['writes', 'everything'] as const) {
			fail(what);
			// Another event, so that there is something to set.
			workflow.parameters = { ...workflow.parameters, events: ['channelUpdated', 'messageSent'] };
			const warned = host.warnings.length;
			const errors = [
				await errorOf(async () => await workflow.publish('update')),
				await errorOf(async () => await workflow.listen()),
				await errorOf(async () => await workflow.unpublish()),
			];
			const isTold = errors.some((error) => error !== undefined);
			expect([isTold, !lets || host.warnings.length > warned]).toEqual([true, true]);
			texts.push(...errors);
		}
		const secrets = [CANARY, ...(token ? [token] : [])];
		expect(leaksIn([texts, host.warnings, use.logged], secrets)).toEqual([]);
		expect(leaksIn(urls, secrets)).toEqual([]);
	});
});

test.each(['v3', 'legacy'] as const)(
	'%s: whose address it is, is told without it',
	async (surface) => {
		const { workflow } = triggerOn(surface, keyDoor, { failure: '422', shape: 0 });
		workflow.parameters = { ...workflow.parameters, takeOver: false };
		const error = await errorOf(async () => await workflow.publish());
		expect(String(error)).toContain('https://crm.example.com/x');
		expect(leaksIn([error, use.logged])).toEqual([]);
	},
);

test('what the trigger could not take back was logged', () => {
	expect(host.warnings.join()).toContain('the address could not be given back');
	expect(host.warnings.join()).toContain('the subscriptions could not be removed');
});

test.each(['v3', 'legacy', 'tech'] as const)(
	'%s: a delivery that lacks the token learns nothing of it',
	async (surface) => {
		const [, , clientDoor] = ways.find(([, of]) => of === surface) ?? [];
		if (!clientDoor) throw new Error('There is no way in');
		const { workflow } = triggerOn(surface, clientDoor, { failure: '422', shape: 0 });
		await workflow.publish();
		const token = /wazzupToken=(\w+)/.exec(JSON.stringify(workflow.staticData))?.[1] ?? '';
		const answer = await fetch(`${workflow.productionUrl}?wazzupToken=${token.slice(1)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ messages: [] }),
		});
		expect(answer.status).toBe(401);
		const said = [await answer.text(), host.warnings, use.logged];
		expect(leaksIn(said, [CANARY, token, token.slice(1)])).toEqual([]);
	},
);
