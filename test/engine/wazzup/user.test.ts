import { entitySuite } from './entitySuite';
import { byId } from './useSandbox';

const sandbox = entitySuite({
	resource: 'user',
	entity: (id) => ({ id, name: `User ${id}` }),
	picker: true,
});

const upsert = { resource: 'user', operation: 'upsert', dataMode: 'autoMapInputData' };
const counter = {
	resource: 'user',
	operation: 'getUnansweredCount',
	userId: byId('={{ $json.id }}'),
};
const channelOf = (transport: string) =>
	sandbox.control.state().channels.find((channel) => channel.transport === transport)?.channelId ??
	'';

test('two users with one phone number: the second one fails, by that field', async () => {
	const result = await sandbox.runOn(upsert, [
		{ id: 'x1', name: 'One', phone: '+7 999 000-00-01' },
		{ id: 'x2', name: 'Two', phone: '79990000001' },
		{ id: 'x3', name: 'Three' },
	]);
	expect(result.items.map(({ id }) => id)).toEqual(['x1', 'x3']);
	expect(result.failed).toMatchObject([{ id: 'x2', details: { fields: ['phone'] } }]);
});

test('accounts that answer in pages are read alike', async () => {
	sandbox.control.changeSettings({ usersPaged: true });
	sandbox.control.seed({ users: 150 });
	const { items } = await sandbox.run({ resource: 'user', operation: 'getMany', returnAll: true });
	expect(items).toHaveLength(sandbox.control.state().users.length);
});

test('Get Unanswered Count counts what a customer wrote, and survives an internal error', async () => {
	const chat = { channelId: channelOf('whatsapp'), chatId: '79015550001' };
	sandbox.control.customerWrites({ ...chat, text: 'hello' });
	sandbox.control.customerWrites({ ...chat, text: 'is anybody there?' });
	sandbox.control.addFault({
		kind: 'status',
		status: 500,
		match: { path: '/v3/unanswered/{userId}' },
		times: 1,
	});
	const result = await sandbox.run(counter, [{ id: '1' }]);
	expect(result.error).toBeUndefined();
	expect(result.items).toMatchObject([{ userId: '1', counterV2: 2 }]);
	expect(sandbox.requests('GET', '/v3/unanswered/1')).toHaveLength(2);
});

test('Get Unanswered Count: an item without a user fails alone', async () => {
	const result = await sandbox.runOn(counter, [{ id: '' }, { id: '1' }]);
	expect(result.items).toMatchObject([{ userId: '1', counterV2: 0 }]);
	expect(result.failed).toMatchObject([{ error: 'User is empty' }]);
});
