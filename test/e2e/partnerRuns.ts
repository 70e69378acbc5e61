import { z } from 'zod/v4';
import type { ExampleRun } from './exampleRun';

/** Opens an address as a browser does, one step: what is shown, or where it leads. */
async function visit(address: string | URL) {
	const reply = await fetch(address, { redirect: 'manual' });
	const location = reply.headers.get('location');
	return { status: reply.status, text: await reply.text(), location: location ?? '' };
}

/** The owner of an account decides on the page of `authorize`; gives where the browser is sent. */
async function decide(
	link: string,
	decision: 'allow' | 'refuse',
	accountId: string,
): Promise<string> {
	const page = new URL(link);
	page.searchParams.set('_auto', decision);
	page.searchParams.set('_account', accountId);
	return (await visit(page)).location;
}

const channelList = z.object({ data: z.array(z.object({ channel_id: z.string() })) });

/** Ids of the channels that a client token opens. */
async function channelsWith({ stack }: ExampleRun, token: unknown): Promise<string[]> {
	const headers = { authorization: `Bearer ${String(token)}` };
	const reply = await fetch(`${stack.sandbox.techUrl}/v2/channels`, { headers });
	expect(reply.status).toBe(200);
	return channelList.parse(await reply.json()).data.map(({ channel_id }) => channel_id);
}

/** Ids of the channels of an account; there are some. */
function channelsOf({ control }: ExampleRun, accountId: string): string[] {
	const { channels } = control.tech.account(accountId);
	expect(channels).not.toHaveLength(0);
	return channels.map(({ channelId }) => channelId);
}

/** How the examples of partners are run; see `exampleRuns`. */
export const partnerRuns: Record<string, (run: ExampleRun) => Promise<void>> = {
	'partner-oauth-flow': async (run) => {
		const { control } = run;
		// Ends within the quarter of an hour in which the example renews.
		control.changeSettings({ accessTokenTime: 600 });
		/** Which customers of the CRM have which account with Wazzup. */
		const customers = { acme: '12345678', other: '55550001' };
		const { techUrl } = run.stack.sandbox;
		await visit(`${techUrl}/connect?account=55550001&transport=whatsapp&_auto=connect`);

		await run.whilePublished(async () => {
			for (const [customer, accountId] of Object.entries(customers)) {
				const link = await visit(
					`${run.stack.n8n.url}/webhook/wazzup-connect?customer=${customer}`,
				);
				expect(link.status).toBe(302);
				expect(link.location).toContain(`${techUrl}/v2/oauth/authorize?`);
				const redirectUri = new URL(link.location).searchParams.get('redirect_uri');
				expect(redirectUri).toMatch(/\/webhook\/wazzup-redirect$/);

				const refused = await visit(await decide(link.location, 'refuse', accountId));
				expect(refused).toMatchObject({
					status: 400,
					text: expect.stringMatching(/not connected/),
				});
				const back = await decide(link.location, 'allow', accountId);
				const forged = new URL(back);
				forged.searchParams.set('state', 'forged');
				expect((await visit(forged)).status).toBe(400);
				expect(await visit(back)).toMatchObject({
					status: 200,
					text: expect.stringMatching(/is connected/),
				});
				expect((await visit(back)).status).toBe(400);
			}
		});

		const names = Object.keys(customers);
		const first = await run.execute('Every 10 Minutes');
		const kept = first.json('Tokens That End Soon');
		const renewed = first.json('Keep Renewed Tokens');
		expect(kept.map(({ customer }) => customer)).toEqual(names);
		expect(renewed.map(({ customer }) => customer)).toEqual(names);
		for (const [index, accountId] of Object.values(customers).entries()) {
			const own = channelsOf(run, accountId);
			expect(kept[index]).toMatchObject({ state: '', verifier: '' });
			expect(await channelsWith(run, kept[index]?.accessToken)).toEqual(own);
			expect(await channelsWith(run, renewed[index]?.accessToken)).toEqual(own);
			expect(renewed[index]?.refreshToken).not.toBe(kept[index]?.refreshToken);
		}

		control.tech.revoke({ kind: 'refresh', accountId: customers.other });
		const second = await run.execute('Every 10 Minutes');
		expect(second.json('Keep Renewed Tokens')).toMatchObject([{ customer: 'acme' }]);
		expect(second.json('Customers to Ask Again')).toEqual([
			{ customer: 'other', reason: expect.stringMatching(/does not know this client token/) },
		]);
	},

	'partner-marketplace': async (run) => {
		const { tech } = run.control;
		const execution = await run.execute();
		expect(execution.json('Set Name and Logo')).toEqual([{ success: true }]);
		const [entry] = tech.state().marketplaces;
		expect(entry).toMatchObject({
			crm_code: 'the-cool-crm',
			crm_name: 'The Cool CRM',
			logo: { name: 'the-cool-crm.svg' },
			status: 'moderation',
		});
		expect(Buffer.from(entry?.logo?.content ?? '', 'base64').toString()).toMatch(/^<svg.*<\/svg>$/);

		await run.whilePublished(async () => {
			const connect = tech.install('the-cool-crm', '12345678');
			expect(await visit(connect)).toMatchObject({
				status: 200,
				text: expect.stringMatching(/is connected/),
			});
			expect((await visit(connect)).status).toBe(400);
		});
		expect(await run.rowsOf('wazzup-installations')).toMatchObject([
			{ refreshToken: expect.stringMatching(/\S/), expiresAt: expect.stringMatching(/^\d{4}-/) },
		]);
		const [row] = await run.rowsOf('wazzup-installations');
		expect(await channelsWith(run, row?.accessToken)).toEqual(channelsOf(run, '12345678'));
	},
};
