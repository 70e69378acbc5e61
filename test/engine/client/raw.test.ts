import type { IDataObject } from 'n8n-workflow';
import { useTech } from './useTech';

const tech = useTech();

/** Operations of each runner, with the requests that one item takes. */
const operations: Array<[name: string, parameters: IDataObject, requests: number]> = [
	['chatWindow getLink', { resource: 'chatWindow', operation: 'getLink', userId: '1' }, 1],
	['channel getMany', { resource: 'channel', operation: 'getMany' }, 1],
	['counter clearAll', { resource: 'counter', operation: 'clearAll' }, 1],
	[
		'settings update',
		{ resource: 'settings', operation: 'update', changes: { pushMessageEvents: true } },
		2,
	],
];

test.each(operations)(
	'%s: a Raw that is no switch fails its item before anything is sent, and no other one',
	async (_name, parameters, requests) => {
		const { items, failed, error } = await tech.run(
			{ ...parameters, raw: '={{ $json.raw }}' },
			[{ raw: 'perhaps' }, { raw: 'true' }],
			{ onError: 'continueErrorOutput' },
		);
		expect(error).toBeUndefined();
		expect(failed).toMatchObject([{ error: 'raw is neither true nor false' }]);
		expect(items).toMatchObject([{ meta: { timestamp: expect.any(Number) as number } }]);
		expect(tech.control.journal()).toHaveLength(requests);
	},
);

test('Get Client Token: a Raw that is no switch is told before a token is asked for', async () => {
	const { failed } = await tech.runPartner(
		{
			resource: 'token',
			operation: 'getClientToken',
			accountId: tech.accountId,
			raw: '={{ $json.raw }}',
		},
		[{ raw: 'perhaps' }],
		{ onError: 'continueErrorOutput' },
	);
	expect(failed).toMatchObject([{ error: 'raw is neither true nor false' }]);
	expect(tech.control.journal()).toHaveLength(0);
});
