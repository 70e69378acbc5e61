import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { useStack } from './useStack';
import { WAZZUP_CLIENT, workflowOf } from './workflows';

const stack = useStack();

const Decrypted = z.looseObject({ data: z.record(z.string(), z.unknown()) });

/** Lists the channels of the customer for each of ten items. */
async function importWorkflow(name: string) {
	const channels = { resource: 'channel', operation: 'getMany', returnAll: true };
	return await stack().editor.saveWorkflow(
		workflowOf(name, stack().credentials.wazzupClientApi, [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{
				name: 'Items',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: '{"ids": [1,2,3,4,5,6,7,8,9,10]}' },
			},
			{
				name: 'Split',
				type: 'n8n-nodes-base.splitOut',
				parameters: { fieldToSplitOut: 'ids' },
			},
			{ name: 'Channels', type: WAZZUP_CLIENT, parameters: channels },
		]),
	);
}

const refreshes = () =>
	stack()
		.sandbox.control.journal()
		.filter(({ body }) => (body as IDataObject | undefined)?.grant_type === 'refresh_token');

test('n8n tests a Wazzup Client credential by renewing its token', async () => {
	const { wazzupClientApi, wazzupPartnerApi, wazzupApi } = stack().credentials;
	for (const { id, name, type } of [wazzupClientApi, wazzupPartnerApi, wazzupApi]) {
		const Tested = z.looseObject({ status: z.string(), message: z.string() });
		const path = `/rest/credentials/${id}?includeData=true`;
		const { data } = await stack().editor.rest.call(Decrypted, 'GET', path);
		const credentials = { id, name, type, data };
		const tested = await stack().editor.rest.call(Tested, 'POST', '/rest/credentials/test', {
			credentials,
		});
		expect([type, tested.status, tested.message]).toEqual([type, 'OK', expect.any(String)]);
	}
});

test('n8n stores the renewed token: a second execution needs no other', async () => {
	const { id } = await importWorkflow('stored token');
	const before = refreshes().length;
	const first = await stack().editor.run(id);
	expect(first.summary()).toContain('success');
	const after = refreshes().length;
	expect(after - before).toBeLessThanOrEqual(1);
	const second = await stack().editor.run(id);
	expect(second.status).toBe('success');
	expect(refreshes()).toHaveLength(after);
});

test('a revoked token is renewed once for ten items, and the rotated refresh token is stored', async () => {
	const { id } = await importWorkflow('revoked token');
	await stack().editor.run(id);
	for (const round of [1, 2]) {
		const before = refreshes().length;
		stack().sandbox.control.tech.revoke({ kind: 'access' });
		const { status } = await stack().editor.run(id);
		expect([round, status]).toEqual([round, 'success']);
		expect(refreshes()).toHaveLength(before + 1);
	}
});
