import type { ExampleRun } from './exampleRun';
import { accountsOf, onboardingRun } from './onboardingRun';

/** How the examples are run that work in the accounts of customers; see `exampleRuns`. */
export const accountRuns: Record<string, (run: ExampleRun) => Promise<void>> = {
	'partner-onboarding': onboardingRun,

	'partner-sync-accounts': async (run) => {
		const { tech } = run.control;
		const execution = await run.execute();
		const accounts = ['12345678', '23456789', '34567890'];
		// All rows of an account in one request, with its own token.
		for (const route of ['POST /v2/contacts', 'POST /v2/deals']) {
			expect(accountsOf(run, route).sort()).toEqual(accounts);
		}

		const names = (rows: Array<{ id: string; name: string }>) =>
			rows.map(({ id, name }) => `${id} ${name}`);
		const stored = accounts.map((accountId) => tech.account(accountId));
		expect(stored.map(({ contacts }) => names(contacts))).toEqual([
			['101 Anna Smirnova'],
			['101 Clara Petrova'],
			['7 Dana White', '8 Emil Black'],
		]);
		expect(stored.map(({ deals }) => names(deals))).toEqual([
			['2001 Order A-1042'],
			['2001 Order 17'],
			['32 Repair'],
		]);
		expect(tech.account('34567890').deals).toMatchObject([{ contacts: ['7', '8'], closed: true }]);
		expect(tech.account('87654321').contacts).toEqual([]);

		const failed = execution.json('Note What Failed');
		expect(failed).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					...{ step: 'Create Contacts', accountId: '1234-5678', id: '102', name: 'Boris Ivanov' },
					reason: expect.stringMatching(/chat_id/),
				}),
				expect.objectContaining({
					...{ step: 'Create Contacts', accountId: '8765-4321', id: '9', name: 'Fred Green' },
					reason: expect.stringMatching(/account 87654321/),
				}),
				expect.objectContaining({
					...{ step: 'Create Deals', accountId: '3456-7890', id: '31' },
					reason: expect.stringMatching(/name/),
				}),
			]),
		);
		expect(failed).toHaveLength(3);
	},

	'nightly-message-export': async (run) => {
		const { control } = run;
		const { channels } = control.tech.account();
		const channelId = channels.find(({ transport }) => transport === 'whatsapp')?.channelId ?? '';
		const write = (text: string) =>
			control.customerWrites({ channelId, chatId: '79011112233', text }).messageId;
		const row = (messageId: string, text: string) => ({
			...{ messageId, channelId, chatType: 'whatsapp', chatId: '79011112233' },
			...{ direction: 'inbound', text },
		});
		const first = write('Hello,\n"quoted", and more');
		const second = write('second');
		await run.execute('Start by Hand');
		const expected = [row(first, 'Hello,\n"quoted", and more'), row(second, 'second')];
		expect(await run.rowsOf('wazzup-messages')).toMatchObject(expected);

		const third = write('third');
		const nightly = await run.execute('Every Night at 2:00');
		expect(nightly.json('Export Messages')).toHaveLength(3);
		expect(await run.rowsOf('wazzup-messages')).toMatchObject([...expected, row(third, 'third')]);
		expect(accountsOf(run, 'POST /v2/messages/messages_dump')).toHaveLength(2);
	},
};
