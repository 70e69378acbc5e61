import { waitFor } from '../../host/wait';
import { startChromium } from './chromium';
import { post, type ExampleRun } from './exampleRun';

/** Requests to tech that were answered with 200, each with the account whose token it carried. */
const techRequests = ({ control }: ExampleRun, route: string) =>
	control
		.journal()
		.filter(({ surface, status }) => surface === 'tech' && status === 200)
		.filter(({ method, path }) => `${method} ${path}` === route);

/** The accounts of these requests, in their order. */
export const accountsOf = (run: ExampleRun, route: string) =>
	techRequests(run, route).map(({ account }) => account);

interface Customer {
	company: string;
	name: string;
	phone: string;
}

/** Fills in the form of a new customer, and connects a channel on the page that follows, in a browser. */
async function fillIn(
	{ stack }: ExampleRun,
	{ company, name, phone }: Customer,
	beforeConnecting: () => Promise<void>,
): Promise<void> {
	const browser = await startChromium();
	try {
		const page = await browser.newPage();
		await page.goto(`${stack.n8n.url}/form/wazzup-new-customer`, { waitUntil: 'domcontentloaded' });
		await page.getByLabel('Company').fill(company);
		await page.getByLabel('Your name').fill(name);
		await page.getByLabel('Your own mobile number').fill(phone);
		await page.locator('#submit-btn').click();
		await page.waitForURL(`${stack.sandbox.techUrl}/connect?**`);
		await beforeConnecting();
		await page.getByText('Connect', { exact: true }).click();
		await page.getByText('Connected').waitFor();
	} finally {
		await browser.close();
	}
}

/** The newest account, which is the one that the form has made. */
function newestAccount({ control }: ExampleRun) {
	const account = control.tech.state().accounts.at(-1);
	if (!account) throw new Error('The sandbox has no account');
	const [channel, ...others] = account.channels;
	expect(others).toEqual([]);
	return {
		...account,
		channelId: channel?.channelId ?? '',
		address: account.webhooks[0]?.url ?? '',
	};
}

/** Somebody posts to the address of an account that its channel works, with another secret. */
async function forge(run: ExampleRun): Promise<void> {
	const { address } = newestAccount(run);
	expect(address).toMatch(/\/webhook\/wazzup-onboarding\?secret=[\da-f]{32}$/);
	for (const secret of ['', '0'.repeat(32)]) {
		const execution = await run.executionOf(async () => {
			const data = [{ channel_id: 'forged', state: 'active' }];
			const event = { event: 'channel.status_update', data };
			const forged = address.replace(/(?<=secret=).*/, secret);
			expect(await post(forged, event)).toMatchObject({ status: 200 });
		});
		expect(execution.json('Keep Channel')).toEqual([]);
	}
}

/** A customer comes in through the form; gives the account as it is after the first message. */
async function takeIn(run: ExampleRun, customer: Customer) {
	const { control } = run;
	await fillIn(run, customer, async () => await forge(run));
	const { channelId } = newestAccount(run);
	const isThere = () => control.chats().some((chat) => chat.channelId === channelId);
	await waitFor('The first message', async () => isThere() || undefined, { seconds: 60 });
	const { company, name, phone } = customer;
	const text = `Hello ${name}! The WhatsApp of ${company} is connected.`;
	expect(control.messages(channelId, phone)).toMatchObject([
		{ direction: 'out', text, authorId: '1' },
	]);

	const account = newestAccount(run);
	expect(account).toMatchObject({
		...{ name: company, partner: run.stack.sandbox.partner.email },
		users: [{ id: '1', name, phone }],
		channels: [{ transport: 'whatsapp', state: 'active' }],
		settings: { user_roles: [{ channel_id: channelId, user_id: '1', role: 'manager' }] },
		webhooks: [{ event: 'channel.status_update' }],
	});
	return account;
}

/** How the White Label onboarding is run: two customers, each in an account of their own. */
export async function onboardingRun(run: ExampleRun): Promise<void> {
	const { control } = run;
	await run.whilePublished(async () => {
		const acme = await takeIn(run, { company: 'Acme', name: 'Anna', phone: '79012223344' });
		const sons = { company: 'Dombey & Sons', name: 'Paul', phone: '79015556677' };
		const dombey = await takeIn(run, sons);
		expect(dombey.address).not.toBe(acme.address);

		// Each request goes out with the token of the account that it is about, which is asked for once.
		const both = [acme.accountId, dombey.accountId];
		expect(new Set(both).size).toBe(2);
		expect(accountsOf(run, 'POST /v2/users')).toEqual(both);
		expect(accountsOf(run, 'POST /v2/webhooks')).toEqual(both);
		expect(accountsOf(run, 'POST /v2/iframe-links/channels')).toEqual(both);
		const exchanges = techRequests(run, 'POST /v2/oauth/token')
			.map(({ body }) => body)
			.filter((body) => JSON.stringify(body).includes('token-exchange'));
		expect(exchanges).toMatchObject(
			both.map((requested_subject) => ({ token_exchange_data: { requested_subject } })),
		);

		// That the channel works is told again, e.g. after it was signed out: no second message.
		const news = control.deliveries().find(({ account }) => account === acme.accountId);
		const again = await run.executionOf(async () => {
			expect(await control.redeliver(news?.id ?? 0)).toMatchObject({ status: 200 });
		});
		expect(again.json('Keep Channel')).toEqual([]);
		expect(accountsOf(run, 'POST /v2/messages')).toEqual(both);
	});
}
