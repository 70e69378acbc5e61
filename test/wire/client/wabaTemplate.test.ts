import type { IDataObject } from 'n8n-workflow';
import { channelId, guid } from '../../unit/api/contracts';
import { waba } from '../../unit/api/tech/entities';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const path = `/v2/templates/waba/${guid}`;
const of = (operation: string, more: IDataObject = {}) => ({
	resource: 'wabaTemplate',
	operation,
	templateId: byId(guid),
	...more,
});
const { components } = waba.template;
const form = {
	component: [
		{ type: 'BODY', text: 'Hello {{1}}', example: 'Anna\n' },
		{
			type: 'BUTTONS',
			buttons: { button: [{ type: 'URL', text: 'Open', url: 'https://example.com' }] },
		},
	],
};
const order = of('create', {
	...{ title: 'Order', wabaId: '1', wabaName: 'Shop', channels: [channelId] },
	...{ category: 'UTILITY', language: 'en', isDraft: false },
});

test.each([
	['a form', { components: form }],
	['JSON', { defineComponents: 'json', componentsJson: JSON.stringify(components) }],
])('Create from %s: the documented example', async (_name, parameters) => {
	const { requests, result } = await captureTech(
		{ ...order, ...parameters },
		enveloped({ id: guid, status: 'PENDING' }),
	);
	expectTechRequest(requests[0], { method: 'POST', path: '/v2/templates/waba', body: waba });
	expect(result.items).toEqual([{ id: guid, status: 'PENDING' }]);
});

test('Create: a draft with a header, a footer and a field of the template that nobody explains', async () => {
	const { requests } = await captureTech({
		...order,
		isDraft: true,
		channels: `={{ ${JSON.stringify([channelId, guid])} }}`,
		components: {
			component: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: '={{ ["A, B"] }}' },
				{ type: 'FOOTER', text: 'Bye' },
			],
		},
		additionalFieldsJson:
			'{ "template": { "tricky_templates_priority": 1, "title": "x" }, "y": 2 }',
	});
	expect(requests[0]?.body).toStrictEqual({
		y: 2,
		is_draft: true,
		template: {
			...waba.template,
			tricky_templates_priority: 1,
			channels: [channelId, guid],
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: ['A, B'] },
				{ type: 'FOOTER', text: 'Bye' },
			],
		},
	});
});

test('Create without components, or with JSON that is no list: nothing is sent', async () => {
	const none = await captureTech(order);
	expect(none.requests).toHaveLength(0);
	expect(none.result.error?.message).toContain('template.components is required');
	const other = await captureTech({ ...order, defineComponents: 'json', componentsJson: '{}' });
	expect(other.requests).toHaveLength(0);
	expect(other.result.error?.message).toBe('Components (JSON) is not a list');
});

test.each([
	[{ title: 'New' }, { template: { title: 'New' } }],
	[{ isDraft: false }, { is_draft: false }],
	[
		{ wabaId: 1, wabaName: 'Shop', components: form },
		{ template: { waba: waba.template.waba, components } },
	],
	[{ componentsJson: '[]' }, { template: { components: [] } }],
])('Update with %j sends nothing else', async (updateFields, body) => {
	const { requests } = await captureTech(of('update', { updateFields }));
	expectTechRequest(requests[0], { method: 'PATCH', path, body });
});

test('Update without a change is refused', async () => {
	const { requests, result } = await captureTech(of('update'));
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toBe('There is nothing to change');
});

test('Get, Get Many and Delete', async () => {
	const stored = { id: guid, title: 'Order', status: 'APPROVED' };
	const get = await captureTech(of('get'), enveloped([stored]));
	expectTechRequest(get.requests[0], { method: 'GET', path });
	expect(get.result.items).toEqual([stored]);

	const many = await captureTech(
		of('getMany', { returnAll: true, additionalFieldsJson: '{ "status": "APPROVED" }' }),
		enveloped([stored, stored]),
	);
	expectTechRequest(many.requests[0], {
		method: 'GET',
		path: '/v2/templates/waba',
		query: { status: 'APPROVED' },
	});
	expect(many.result.items).toEqual([stored, stored]);

	const gone = await captureTech(of('delete'));
	expectTechRequest(gone.requests[0], { method: 'DELETE', path });
	expect(gone.result.items).toEqual([{ deleted: true, id: guid }]);
});

test('Create: a part for buttons without any of them carries no empty list', async () => {
	const { requests } = await captureTech({
		...order,
		components: {
			component: [
				{ type: 'BODY', text: 'Hello' },
				{ type: 'BUTTONS', buttons: {} },
			],
		},
	});
	expect(requests[0]?.body).toMatchObject({
		template: { components: [{ type: 'BODY', text: 'Hello' }, { type: 'BUTTONS' }] },
	});
	expect(JSON.stringify(requests[0]?.body)).not.toContain('buttons');
});
