import type { IDataObject } from 'n8n-workflow';
import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech();
const onError = 'continueErrorOutput';
const wabaChannel = () =>
	tech.control.tech.account().channels.find(({ transport }) => transport === 'wapi')?.channelId ??
	'';

const wabaTemplate = (): IDataObject => ({
	...{ title: '={{ $json.title }}', wabaId: '1', wabaName: 'Shop', language: 'en' },
	channels: [wabaChannel()],
	category: 'UTILITY',
	components: { component: [{ type: 'BODY', text: 'Hello' }] },
});

/** The two kinds of templates have the same life; what tells them apart is given here. */
const kinds = [
	{
		resource: 'template',
		list: 'templates' as const,
		create: (): IDataObject => ({ name: '={{ $json.title }}', text: 'Hello' }),
		change: { text: 'Good day' },
		changed: { text: 'Good day' },
		empty: 'Name is empty',
		path: '/v2/templates/wz',
	},
	{
		resource: 'wabaTemplate',
		list: 'wabaTemplates' as const,
		create: wabaTemplate,
		change: { language: 'ru', isDraft: true },
		changed: { language: 'ru', status: 'DRAFT' },
		empty: 'Title is empty',
		path: '/v2/templates/waba',
	},
];

describe.each(kinds)('$resource', ({ resource, list, create, change, changed, empty, path }) => {
	const of = (operation: string, more: IDataObject = {}) => ({
		resource,
		operation,
		templateId: byId('={{ $json.id }}'),
		...more,
	});
	const stored = (accountId?: string) =>
		tech.control.tech.account(accountId)[list] as unknown as IDataObject[];

	test('Create, Update, Get, Delete', async () => {
		const made = await tech.run(of('create', create()), [{ title: 'First' }]);
		expect(made.error).toBeUndefined();
		const id = String(made.items[0]?.id);
		const updated = await tech.run(of('update', { updateFields: change }), [{ id }]);
		expect(updated.items).toMatchObject([{ id, ...changed }]);
		const got = await tech.run(of('get'), [{ id }]);
		expect(got.items).toMatchObject([{ id, ...changed }]);
		const gone = await tech.run(of('delete'), [{ id }]);
		expect(gone.items).toEqual([{ deleted: true, id }]);
		expect(stored().map((template) => template.id)).not.toContain(id);
	});

	test('Get Many', async () => {
		const { items } = await tech.run(of('getMany', { returnAll: true }));
		expect(items).toEqual(stored());
		const raw = await tech.run(of('getMany', { returnAll: true, raw: true }));
		expect(raw.items).toMatchObject([{ data: stored(), meta: { timestamp: expect.any(Number) } }]);
	});

	test('bad items beside good ones fail alone', async () => {
		const before = stored().length;
		const made = await tech.run(
			of('create', create()),
			[{ title: 'One' }, { title: '' }, { title: 'Two' }],
			{ onError },
		);
		expect(made.items).toHaveLength(2);
		expect(made.failed).toMatchObject([{ error: empty }]);
		expect(stored()).toHaveLength(before + 2);

		const ids = [{ id: 'none' }, { id: made.items[0]?.id }];
		for (const operation of ['get', 'update', 'delete']) {
			const result = await tech.run(of(operation, { updateFields: change }), ids, { onError });
			expect(result.items).toHaveLength(1);
			expect(result.failed).toMatchObject([{ details: { httpStatus: 404 } }]);
		}
	});

	test('a field that Wazzup does not know is refused by its name', async () => {
		const { error } = await tech.run(
			of('create', { ...create(), additionalFieldsJson: '{ "folder": 1 }' }),
			[{ title: 'One' }],
		);
		expect(error?.description).toContain('property folder should not exist');
	});

	test('an answer that was lost: a creation may have happened, a deletion has', async () => {
		tech.control.addFault({ match: { method: 'POST', path }, kind: 'dropAfter', times: 1 });
		const made = await tech.run(of('create', create()), [{ title: 'One' }]);
		expect(made.error?.description).toContain('may have carried it out');
		expect(tech.requests('POST', path)).toHaveLength(1);

		const id = String(stored().at(-1)?.id);
		tech.control.addFault({ match: { method: 'DELETE' }, kind: 'dropAfter', times: 1 });
		const { items } = await tech.run(of('delete'), [{ id }]);
		expect(items).toMatchObject([{ deleted: true, id, note: expect.any(String) }]);
	});
});

test('items of two accounts each get a template in their own', async () => {
	const other = tech.control.tech.createAccount({}).accountId;
	const before = tech.control.tech.account().templates.length;
	const { items, error } = await tech.runForAccount(
		{
			...{ resource: 'template', operation: 'create', name: '={{ $json.account }}', text: 'Hello' },
			accountId: '={{ $json.account }}',
		},
		[{ account: other }, { account: tech.accountId }, { account: other }],
	);
	expect(error).toBeUndefined();
	expect(items.map(({ name }) => name)).toEqual([other, tech.accountId, other]);
	expect(tech.control.tech.account(other).templates).toHaveLength(2);
	expect(tech.control.tech.account().templates).toHaveLength(before + 1);
});

test('WABA templates of a channel that is none are refused', async () => {
	const parameters = { resource: 'wabaTemplate', operation: 'create', ...wabaTemplate() };
	const { error } = await tech.run({ ...parameters, channels: ['none'] }, [{ title: 'One' }]);
	expect(error?.description).toContain('must be WABA channels');
});
