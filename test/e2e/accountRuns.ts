import { waitFor } from '../../host/wait';
import { startChromium } from './chromium';
import { post, type ExampleRun } from './exampleRun';

/** Fills in the form of a new customer and connects a channel on the page that follows, in a browser. */
async function takeIn({ stack }: ExampleRun, customer: Record<string, string>): Promise<void> {
	const browser = await startChromium();
	try {
		const page = await browser.newPage();
		await page.goto(`${stack.n8n.url}/form/wazzup-new-customer`, { waitUntil: 'domcontentloaded' });
		for (const [label, text] of Object.entries(customer)) await page.getByLabel(label).fill(text);
		await page.locator('#submit-btn').click();
		await page.waitForURL(`${stack.sandbox.techUrl}/connect?**`);
		await page.getByText('Connect', { exact: true }).click();
		await page.getByText('Connected').waitFor();
	} finally {
		await browser.close();
	}
}

/** Requests to tech that were answered with 200, each with the account whose token it carried. */
const requests = ({ control }: ExampleRun, route: string) =>
	control
		.journal()
		.filter(({ surface, status }) => surface === 'tech' && status === 200)
		.filter(({ method, path }) => `${method} ${path}` === route);

const accountsOf = (run: ExampleRun, route: string) =>
	requests(run, route).map(({ account }) => account);

/** How the examples are run that work in the accounts of customers; see `exampleRuns`. */
export const accountRuns: Record<string, (run: ExampleRun) => Promise<void>> = {
	'partner-onboarding': async (run) => {
		const { control } = run;
		const { tech } = control;
		const known = tech.state().accounts.map(({ accountId }) => accountId);

		const newest = () =>
			tech.state().accounts.filter(({ accountId }) => !known.includes(accountId));
		/** Takes a customer in and gives the account that came of it, and its channel. */
		const onboard = async (company: string, name: string, phone: string) => {
			const chatId = phone.replace(/\D/g, '');
			await takeIn(run, { Company: company, 'Your name': name, 'Your own mobile number': phone });
			const [account, ...others] = newest();
			expect(others).toEqual([]);
			known.push(account?.accountId ?? '');
			const [channel] = account?.channels ?? [];
			const channelId = channel?.channelId ?? '';
			expect(channel).toMatchObject({ transport: 'whatsapp', state: 'active' });
			const chat = () => control.chats().some((each) => each.channelId === channelId);
			await waitFor('The first message', async () => chat() || undefined, { seconds: 60 });
			expect(control.messages(channelId, chatId)).toMatchObject([
				{
					direction: 'out',
					text: `Hello ${name}! The WhatsApp of ${company} is connected.`,
					authorId: '1',
				},
			]);
			const accountId = account?.accountId ?? '';
			return { chatId, channelId, ...tech.account(accountId) };
		};

		await run.whilePublished(async () => {
			const acme = await onboard('Acme', 'Anna', '+7 901 222-33-44');
			const other = await onboard('Other & Sons', 'Oleg', '+7 901 555-66-77');
			expect(acme).toMatchObject({ name: 'Acme', partner: run.stack.sandbox.partner.email });
			expect(acme.users).toEqual([{ id: '1', name: 'Anna', phone: '79012223344' }]);
			expect(other.users).toEqual([{ id: '1', name: 'Oleg', phone: '79015556677' }]);
			expect(acme.settings.user_roles).toEqual([
				{ channel_id: acme.channelId, user_id: '1', role: 'manager' },
			]);

			const addresses = [acme, other].map(({ webhooks: [webhook] }) => webhook?.url ?? '');
			expect(new Set(addresses).size).toBe(2);
			expect(acme.webhooks).toMatchObject([{ event: 'channel.status_update' }]);
			expect(addresses[0]).toMatch(/\/webhook\/wazzup-onboarding\?secret=[\da-f]{32}$/);

			// Each request goes out with the token of the account that it is about.
			const both = [acme.accountId, other.accountId];
			for (const route of [
				'/v2/users',
				'/v2/webhooks',
				'/v2/iframe-links/channels',
				'/v2/messages',
			])
				expect(accountsOf(run, `POST ${route}`)).toEqual(both);
			const exchanged = requests(run, 'POST /v2/oauth/token').flatMap(({ body }) =>
				JSON.stringify(body).match(/(?<="requested_subject":")\d+/g),
			);
			expect(exchanged.filter(Boolean)).toEqual(both);

			// The channel works anew, or says so again, or somebody without the secret does: no second message.
			const news = control.deliveries().find(({ account }) => account === acme.accountId);
			const again = await run.executionOf(async () => {
				expect(await control.redeliver(news?.id ?? 0)).toMatchObject({ status: 200 });
			});
			expect(again.json('Keep Channel')).toEqual([]);
			const address = addresses[1]?.replace(/secret=.*/, 'secret=') ?? '';
			const forged = await run.executionOf(async () => {
				const data = [{ channel_id: 'forged', state: 'active' }];
				const event = { event: 'channel.status_update', data };
				expect(await post(address, event)).toMatchObject({ status: 200 });
			});
			expect(forged.json('Keep Channel')).toEqual([]);
			expect(accountsOf(run, 'POST /v2/messages')).toEqual(both);
		});
	},

	'partner-sync-accounts': async (run) => {
		const { tech } = run.control;
		const execution = await run.execute();
		const accounts = ['12345678', '23456789', '34567890'];
		// All rows of an account in one request, with its own token.
		for (const route of ['POST /v2/contacts', 'POST /v2/deals'])
			expect(accountsOf(run, route).sort()).toEqual(accounts);

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
		expect(requests(run, 'POST /v2/messages/messages_dump')).toHaveLength(2);
	},
};
