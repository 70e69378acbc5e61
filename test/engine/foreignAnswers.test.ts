import { useTech } from './client/useTech';
import { useSandbox } from './wazzup/useSandbox';

/** Answers of something between n8n and Wazzup, on routes whose reply no document shows. */

const sandbox = useSandbox();
const tech = useTech();

const upsert = { resource: 'contact', operation: 'upsert', dataMode: 'autoMapInputData' };
const contact = {
	...{ id: 'c1', name: 'Anna', responsibleUserId: '1' },
	...{ chatType: 'whatsapp', chatId: '79011112233' },
};
const subscribe = {
	...{ resource: 'webhook', operation: 'create' },
	...{ url: 'https://example.com/hook', events: ['message.add'] },
};

afterEach(() => jest.restoreAllMocks());

test.each(['html', 'notJson'] as const)(
	'%s with a status of success is no success: what is safe is repeated',
	async (kind) => {
		sandbox.control.addFault({ kind, status: 200, handled: false, times: 1 });
		const { items, error } = await sandbox.run(upsert, [contact]);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([{ id: 'c1' }]);
		expect(sandbox.control.state().contacts).toMatchObject([{ id: 'c1' }]);
		expect(sandbox.requests('POST', '/v3/contacts')).toHaveLength(2);
	},
);

test.each(['html', 'notJson'] as const)(
	'%s with a status of success is no success: what is not safe may have happened',
	async (kind) => {
		const path = '/v2/webhooks';
		tech.control.addFault({ match: { path }, kind, status: 200, handled: false });
		const { error } = await tech.run(subscribe);
		expect(error?.description).toContain('may have carried it out');
		expect(tech.requests('POST', path)).toHaveLength(1);
		expect(tech.control.tech.account().webhooks).toEqual([]);
	},
);

test('the right answer under a wrong name is a success', async () => {
	sandbox.control.addFault({ kind: 'wrongType' });
	const { items } = await sandbox.run({ resource: 'channel', operation: 'getMany' });
	expect(items.length).toBeGreaterThan(1);
});

test('an answer that trickles in for ever is given up and asked for again', async () => {
	// A minute, as the node has it, in a moment.
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 200));
	sandbox.control.seed({ contacts: 100 });
	sandbox.control.addFault({ kind: 'trickle', delay: 3_600_000, times: 1 });
	const { items } = await sandbox.run({ resource: 'contact', operation: 'getMany' });
	expect(items.length).toBeGreaterThan(1);
	expect(sandbox.requests('GET', '/v3/contacts')).toHaveLength(2);
});
