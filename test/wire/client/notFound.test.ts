import type { IDataObject } from 'n8n-workflow';
import { byId } from '../capture';
import { captureTech, enveloped } from './capture';

const id = '8d255e5d-6a9b-4f0f-8a53-0c2a3b1d4e5f';

const gets: Array<[noun: string, parameters: IDataObject]> = [
	['channel', { resource: 'channel', channelId: byId(id) }],
	['contact', { resource: 'contact', id }],
	['deal', { resource: 'deal', id }],
	['template', { resource: 'template', templateId: byId(id) }],
	['WABA template', { resource: 'wabaTemplate', templateId: byId(id) }],
	['user', { resource: 'user', id: byId(id) }],
];

test.each(
	gets.flatMap(([noun, parameters]) => [[], null].map((data) => ({ noun, parameters, data }))),
)('Get of a $noun that is not there ($data) fails its item', async ({ noun, parameters, data }) => {
	const { result } = await captureTech({ ...parameters, operation: 'get' }, enveloped(data), {
		onError: 'continueErrorOutput',
	});
	expect(result.items).toEqual([]);
	expect(result.failed).toMatchObject([
		{ error: `The account has no ${noun} with the ID "${id}"` },
	]);
});
