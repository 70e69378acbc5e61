import { z } from 'zod/v4';
import { actionNodes, allOperations } from '../../../scripts/nodes';
import { operationOf, parametersOf, type Sample } from '../../samples/sample';
import { guid } from '../../unit/api/contracts';
import { capture } from '../capture';
import { nodes, type StrangersNode } from './nodes';

/** Ids that would lead elsewhere, or break the address, if they went out as they are. */
const strange = [
	...['../users', '..%2fusers', 'a/b?x=1', 'a#b', '%2e%2e', '%', '//evil.example.com', '\\\\evil'],
	...['x'.repeat(5_000), '😀', 'a b', "a'b;c=d&e", 'https://evil.example.com/'],
];
/** Ids that no encoding keeps in their place. */
const impossible = ['.', '..', '\ud83d'];

/** Each way to a route that has an id in its path. */
const ways = nodes.flatMap((node) =>
	node.samples
		.filter(({ route }) => route?.includes('{'))
		.map((sample): [string, StrangersNode, Sample] => [
			`${node.name}, ${sample.operation}: ${sample.route}`,
			node,
			sample,
		]),
);

/** Runs a sample whose ids are all this one. */
async function runWith(id: string, node: StrangersNode, sample: Sample) {
	const parameters = await parametersOf(sample, () => id);
	const authentication = { authentication: 'clientToken' };
	return await capture(
		{ ...authentication, ...parameters },
		{ status: 404 },
		{ ...node, nodeType: node.nodeType(), items: sample.items },
	);
}

test('these are all routes with an id in the path', () => {
	const routes = new Set(ways.map(([, { name }, { route }]) => `${name} ${route}`));
	const all = allOperations(actionNodes)
		.filter(({ resource }) => resource.value !== 'apiRequest')
		.flatMap(({ node, operation }) =>
			operation.runner.endpoints.map(({ method, path }) => `${node.name} ${method} ${path}`),
		)
		.filter((route) => route.includes('{'));
	expect([...routes].sort()).toEqual([...new Set(all)].sort());
});

/** The export's id comes from Wazzup, and the account's from its digits: neither is what a person has typed. */
const takesTheId = ({ operation, route }: Sample) =>
	operation !== 'export' && route?.includes('{account_id}') === false;

describe.each(ways.filter(([, , sample]) => takesTheId(sample)))('%s', (_name, node, sample) => {
	const [method, route = ''] = sample.route?.split(' ') ?? [];
	const places = route.split('/');
	const place = places.findIndex((part) => part.startsWith('{'));
	const { params } =
		operationOf(sample, node.name).runner.endpoints.find(
			(endpoint) => endpoint.method === method && endpoint.path === route,
		) ?? {};
	const idContract = params?.shape[places[place]?.slice(1, -1) ?? ''];
	/** Wazzup documents the form of some ids, and how long others may be. */
	const isId = (id: string | number) =>
		idContract instanceof z.ZodType && idContract.safeParse(id).success;

	test.each(strange)('%j stays one segment of the path', async (id) => {
		const { requests, result } = await runWith(id, node, sample);
		if (!isId(id)) {
			expect(result.error?.message).toContain('was not sent');
			return expect(requests).toHaveLength(0);
		}
		// A longer one is refused by the list that v3 deletes from.
		if (result.error?.message.includes('has more than')) return expect(requests).toHaveLength(0);
		expect(requests).toHaveLength(1);
		const [request] = requests;
		const segments = request?.path.split('/') ?? [];
		expect(request?.method).toBe(method);
		expect(segments).toHaveLength(places.length);
		expect(decodeURIComponent(segments[place] ?? '')).toBe(id);
		const others = (list: string[]) => list.filter((_, index) => !places[index]?.startsWith('{'));
		expect(others(segments)).toEqual(others(places));
		expect(request?.query).not.toHaveProperty('x');
	});

	test('an ID that is one goes out', async () => {
		const id = String([guid, '2001', 2001].find(isId));
		const { requests } = await runWith(id, node, sample);
		expect(requests.map(({ path }) => path.split('/')[place])).toEqual([id]);
	});

	test.each(impossible)('%j is refused before anything is sent', async (id) => {
		const { requests, result } = await runWith(id, node, sample);
		expect(requests).toHaveLength(0);
		expect(result.error?.message).toMatch(/cannot be part of an address|was not sent/);
	});
});

const ofAccounts = ways.filter(([, , { route }]) => route?.includes('{account_id}'));

test.each(ofAccounts)('%s: an account ID is its digits', async (_name, node, sample) => {
	expect(ofAccounts).not.toHaveLength(0);
	for (const id of [...strange, ...impossible]) {
		const { requests, result } = await runWith(id, node, sample);
		const digits = id.replace(/\D/g, '');
		if (digits === '') expect(result.error?.message).toContain('has no digits');
		const path = sample.route?.split(' ')[1]?.replace('{account_id}', digits);
		expect(requests.map((request) => request.path)).toEqual(digits === '' ? [] : [path]);
	}
});

const exportWay = ways.find(([, , { operation }]) => operation === 'export');

test.each([...strange, ...impossible])('an export to which Wazzup gives the ID %j', async (id) => {
	const [, node, sample] = exportWay ?? [];
	if (!node || !sample) throw new Error('There is no sample of an export');
	const parameters = { ...(await parametersOf(sample, () => id)), authentication: 'clientToken' };
	const { requests } = await capture(
		parameters,
		({ method }) =>
			method === 'POST'
				? { body: { data: { export_id: id, status: 'pending' } } }
				: { status: 404 },
		{ ...node, nodeType: node.nodeType() },
	);
	const [, look] = requests;
	if (impossible.includes(id)) expect(requests).toHaveLength(1);
	else expect(look?.path.split('/').slice(0, -1).join('/')).toBe('/v2/messages/messages_dump');
});
