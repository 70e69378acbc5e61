import type { IDataObject } from 'n8n-workflow';
import { createTemplate } from '../../../api/tech';
import { guid } from '../../unit/api/contracts';
import { examples } from '../../unit/api/tech/examples';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const path = `/v2/templates/wz/${guid}`;
const of = (operation: string, more: IDataObject = {}) => ({
	resource: 'template',
	operation,
	templateId: byId(guid),
	...more,
});
const stored = { id: guid, name: 'Greeting', text: 'Hello', order: 0 };
const file = { link: '', mimetype: 'image/png', name: 'a.png', sha1: 'x', size: 12 };

test('Create: the documented example', async () => {
	const { requests, result } = await captureTech(
		of('create', { name: 'Greeting', text: 'Hello', order: 0, files: { file: [file] } }),
		enveloped(stored),
	);
	const example = examples.find(({ endpoint }) => endpoint === createTemplate);
	expect(example).toBeDefined();
	expectTechRequest(requests[0], {
		method: 'POST',
		path: '/v2/templates/wz',
		body: example?.body,
	});
	expect(result.items).toEqual([stored]);
});

test('Create sends the fields that support told of, and never instead of a known one', async () => {
	const { requests } = await captureTech(
		of('create', {
			...{ name: 'A', text: 'B', order: '={{ "3" }}', files: { file: [{ link: '' }] } },
			additionalFieldsJson: '{ "folder": "x", "name": "other" }',
		}),
	);
	expect(requests[0]?.body).toStrictEqual({ folder: 'x', name: 'A', text: 'B', order: 3 });
});

test('Create is not repeated after an internal error', async () => {
	const { requests, result } = await captureTech(of('create', { name: 'A', text: 'B' }), {
		status: 500,
		body: {},
	});
	expect(requests).toHaveLength(1);
	expect(result.error?.description).toContain('may have carried it out');
});

test('an order that is no number: the field is named, nothing is sent', async () => {
	const { requests, result } = await captureTech(
		of('create', { name: 'A', text: 'B', order: '={{ "first" }}' }),
	);
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toContain('order must be a number');
});

test('Update sends what is given and nothing else', async () => {
	const { requests } = await captureTech(of('update', { updateFields: { order: 0, text: '' } }));
	expectTechRequest(requests[0], { method: 'PATCH', path, body: { order: 0 } });
});

test('Update without a change is refused', async () => {
	const { requests, result } = await captureTech(of('update'));
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toBe('There is nothing to change');
});

test.each([
	['alone', stored],
	['as a list of one', [stored]],
])('Get reads a template that comes %s', async (_name, data) => {
	const { requests, result } = await captureTech(of('get'), enveloped(data));
	expectTechRequest(requests[0], { method: 'GET', path });
	expect(result.items).toEqual([stored]);
});

test('Get Many', async () => {
	const { requests, result } = await captureTech(
		of('getMany', { limit: 1 }),
		enveloped([stored, { ...stored, id: 'b' }]),
	);
	expectTechRequest(requests[0], { method: 'GET', path: '/v2/templates/wz' });
	expect(result.items).toEqual([stored]);
});

test('Get Many puts additional fields into the query', async () => {
	const { requests } = await captureTech(
		of('getMany', { returnAll: true, additionalFieldsJson: '{ "limit": 5 }' }),
		enveloped([]),
	);
	expect(requests[0]?.query).toEqual({ limit: '5' });
});

test('Delete', async () => {
	const { requests, result } = await captureTech(of('delete'));
	expectTechRequest(requests[0], { method: 'DELETE', path });
	expect(result.items).toEqual([{ deleted: true, id: guid }]);
});
