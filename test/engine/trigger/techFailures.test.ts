import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Fault } from '../../../sandbox/faults';
import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger();
const two = { events: ['messageReceived', 'message.edit'] };
const fault = (method: string, kind: Fault) =>
	use.control.addFault({ match: { method, path: '/v2/webhooks' }, ...kind });

test('when Wazzup refuses, publishing fails with its reason and nothing is kept', async () => {
	const workflow = use.trigger(two);
	fault('POST', { kind: 'status', status: 403 });
	await expect(workflow.publish()).rejects.toMatchObject({ httpCode: '403' });
	expect(use.subscriptions()).toEqual([]);
	expect(workflow.staticData).toEqual({});
});

test('an answer that was lost: the list shows that the subscriptions are there', async () => {
	const workflow = use.trigger(two);
	fault('POST', { kind: 'dropAfter', times: 1 });
	await workflow.publish();
	expect(use.subscriptions()).toHaveLength(2);
	expect(use.requests('POST')).toHaveLength(1);
	await use.write('hello');
	expect(use.texts()).toEqual(['production: hello']);
});

test('a request that was lost says so, and nothing is kept', async () => {
	const workflow = use.trigger(two);
	fault('POST', { kind: 'dropBefore', times: 1 });
	await expect(workflow.publish()).rejects.toMatchObject({
		message: expect.stringContaining('connection to Wazzup was lost'),
	});
	expect(use.subscriptions()).toEqual([]);
});

test('an answer of a form that no document shows is not relied on', async () => {
	const workflow = use.trigger(two);
	fault('POST', { kind: 'status', status: 201, body: { data: 'done' }, handled: true });
	await workflow.publish();
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

describe('when only some of the events come about', () => {
	let wazzup: Server;
	/** The status with which such a request is answered. */
	let status = 200;

	// A Wazzup that subscribes to the first event only.
	beforeEach(async () => {
		wazzup = createServer((incoming, response) => {
			void (async () => {
				const body = (await json(incoming).catch(() => undefined)) as
					{ data: unknown[] } | undefined;
				const isPost = incoming.method === 'POST';
				const answer = await fetch(`${use.sandbox.techUrl}${incoming.url}`, {
					method: incoming.method,
					headers: {
						authorization: incoming.headers.authorization ?? '',
						...(body && { 'content-type': 'application/json' }),
					},
					body: body && JSON.stringify(isPost ? { data: body.data.slice(0, 1) } : body),
				});
				response.writeHead(isPost ? status : answer.status, { 'content-type': 'application/json' });
				response.end(await answer.text());
			})();
		});
		await new Promise<void>((resolve) => wazzup.listen(0, '127.0.0.1', resolve));
	});
	afterEach(async () => {
		wazzup.closeAllConnections();
		await new Promise((resolve) => wazzup.close(resolve));
	});
	const trigger = () => {
		const workflow = use.trigger(two);
		const baseUrl = `http://127.0.0.1:${(wazzup.address() as AddressInfo).port}`;
		workflow.credentials = { ...workflow.credentials, baseUrl };
		return workflow;
	};

	test.each([
		['an answer that tells of them only', 200, /did not subscribe this node to message\.edit/],
		['a refusal', 500, /trouble on its own side/],
	])('they are taken back: %s', async (_, answered, message) => {
		status = answered;
		await use.subscribe(`${use.host.origin}/other`, 'message.add');
		const before = use.subscriptions();
		const workflow = trigger();
		await expect(workflow.publish()).rejects.toThrow(message);
		expect(use.requests('DELETE')).toHaveLength(1);
		expect(use.subscriptions()).toEqual(before);
		expect(workflow.staticData).toEqual({});
	});

	test('what was subscribed to before stays', async () => {
		status = 200;
		const workflow = trigger();
		workflow.parameters = { ...workflow.parameters, events: ['messageReceived'] };
		await workflow.publish();
		const events = ['messageReceived', 'message.edit', 'message.delete'];
		workflow.parameters = { ...workflow.parameters, events };
		await expect(workflow.publish('update')).rejects.toThrow('to message.delete');
		expect(use.subscriptions()).toEqual([`message.add ${workflow.productionUrl}`]);
	});
});

test('unpublishing goes through when Wazzup refuses, and what was subscribed to is not forgotten', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	fault('DELETE', { kind: 'status', status: 403 });
	await workflow.unpublish();
	expect(use.host.warnings).toEqual([expect.stringContaining('could not be removed')]);
	expect(use.subscriptions()).toHaveLength(1);
	use.control.clearFaults();
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

test('a subscription that goes away between two requests is no error', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	// It has gone, and Wazzup says that it does not know it.
	fault('DELETE', { kind: 'status', status: 404, handled: true });
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
	expect(use.host.warnings).toEqual([]);
});

test('events that are not asked for any more stay where Wazzup refuses, start nothing, and go in the end', async () => {
	const workflow = use.trigger({ events: ['messageReceived', 'channel.create'] });
	await workflow.publish();
	fault('DELETE', { kind: 'status', status: 403 });
	workflow.parameters = { ...workflow.parameters, events: ['channel.create'] };
	await workflow.publish('update');
	expect(use.host.warnings).toEqual([expect.stringContaining('not needed any more stay')]);
	await use.write('hello');
	expect(use.host.started).toEqual([]);
	use.control.clearFaults();
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

test('what is left at an earlier address goes in the end too', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	fault('DELETE', { kind: 'status', status: 403 });
	use.host.origin = use.host.origin.replace('127.0.0.1', 'localhost');
	await workflow.publish('init');
	expect(use.subscriptions()).toHaveLength(2);
	use.control.clearFaults();
	await workflow.unpublish();
	expect(use.subscriptions()).toEqual([]);
});

test('a wrong token stops the activation with the error of the credential', async () => {
	const workflow = use.trigger();
	workflow.credentials = { ...workflow.credentials, clientAccessToken: 'wrong' };
	await expect(workflow.publish()).rejects.toMatchObject({ httpCode: '401' });
});

test('a trigger that moves to another account leaves word of what it cannot take back', async () => {
	const workflow = use.trigger();
	await workflow.publish();
	const { accountId } = use.control.tech.createAccount();
	workflow.credentials = {
		...workflow.credentials,
		clientAccessToken: use.sandbox.clientToken(accountId),
	};
	await workflow.publish('update');
	expect(use.subscriptions(accountId)).toEqual([`message.add ${workflow.productionUrl}`]);
	expect(use.subscriptions()).toHaveLength(1);
	expect(use.host.warnings).toEqual([expect.stringContaining('stays there')]);
});
