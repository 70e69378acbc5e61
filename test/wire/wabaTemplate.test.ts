import { capture, expectRequest } from './capture';

const channel = 'e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e';

/** Every field of the templates page and of live replies (A.13). */
const template = {
	templateGuid: '8d255e5d-0000-4000-8000-000000000001',
	accountId: '10002000',
	title: 'Order status',
	name: 'order_status',
	waba: { wabaId: '1', wabaName: 'Shop' },
	channels: [channel],
	category: 'UTILITY',
	language: 'en',
	status: 'approved',
	rejected_reason: null,
	namespace: 'aa11',
	components: [
		{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['A-1042'] } },
		{ type: 'BODY', text: 'Hello {{1}}, it is {{2}}.', example: { body_text: [['Anna', 'here']] } },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'QUICK_REPLY', text: 'Thanks' },
				{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}', example: ['A-1042'] },
			],
		},
	],
	templateCode:
		'@template: 8d255e5d-0000-4000-8000-000000000001 { [[headerVar1]]; [[bodyVar1]]; [[bodyVar2]]; [[buttonVar1]] }',
};
const parameters = { resource: 'wabaTemplate', operation: 'getMany' };

test('Get Many asks for no more than the limit, and simplifies', async () => {
	const { requests, result } = await capture(
		{ ...parameters, limit: 7, simplify: true },
		{ body: [template] },
	);
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], {
		method: 'GET',
		path: '/v3/templates/whatsapp',
		query: { limit: '7' },
	});
	expect(result.items).toEqual([
		{
			templateGuid: template.templateGuid,
			title: 'Order status',
			name: 'order_status',
			status: 'approved',
			category: 'UTILITY',
			language: 'en',
			channels: [channel],
			headerFormat: 'TEXT',
			text: 'Hello {{1}}, it is {{2}}.',
			buttons: ['Thanks', 'Track'],
			variables: ['headerVar1', 'bodyVar1', 'bodyVar2', 'buttonVar1'],
		},
	]);
});

test('the raw reply, page after page', async () => {
	const page = [...Array(100).keys()].map((index) => ({
		...template,
		templateGuid: String(index),
	}));
	const { requests, result } = await capture({ ...parameters, returnAll: true, simplify: false }, [
		{ body: page },
		{ body: [template] },
	]);
	expect(requests.map(({ query }) => query)).toEqual([
		{ limit: '100' },
		{ limit: '100', offset: '100' },
	]);
	expect(result.items).toEqual([...page, template]);
});

test('filters read whole pages and compare without regard to case', async () => {
	const rejected = { ...template, templateGuid: 'b', status: 'REJECTED' };
	const elsewhere = { ...template, templateGuid: 'c', channels: [] };
	const wanted = { ...template, status: 'APPROVED' };
	const { requests, result } = await capture(
		{ ...parameters, limit: 1, filters: { statuses: ['approved'], channelId: channel } },
		{ body: [rejected, elsewhere, wanted] },
	);
	expect(requests.map(({ query }) => query)).toEqual([{ limit: '100' }]);
	expect(result.items.map(({ templateGuid }) => templateGuid)).toEqual([template.templateGuid]);
});
