import type { ExampleRun } from './exampleRun';
import { workflowOf } from './workflows';

/** Opens an address as a browser does, one step: what is shown, or where it leads. */
async function visit(address: string | URL) {
	const reply = await fetch(address, { redirect: 'manual' });
	const location = reply.headers.get('location');
	return { status: reply.status, text: await reply.text(), location: location ?? '' };
}

/** The customer decides on the page of `authorize`; gives where the browser is sent. */
async function decide(link: string, decision: 'allow' | 'refuse'): Promise<string> {
	const page = new URL(link);
	page.searchParams.set('_auto', decision);
	return (await visit(page)).location;
}

/** Status of a read with a client token. */
async function statusWith({ stack }: ExampleRun, token: unknown): Promise<number> {
	const headers = { authorization: `Bearer ${String(token)}` };
	return (await fetch(`${stack.sandbox.techUrl}/v2/channels`, { headers })).status;
}

/** What lies in a data table of n8n. */
async function rowsOf(
	{ stack }: ExampleRun,
	name: string,
): Promise<Array<Record<string, unknown>>> {
	const steps = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
		{
			name: 'Rows',
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			parameters: {
				...{ resource: 'row', operation: 'get', returnAll: true, filters: {} },
				dataTableId: { __rl: true, mode: 'name', value: name },
			},
		},
	];
	const reading = workflowOf(`rows of ${name}`, stack.credentials.wazzupPartnerApi, steps);
	const { id } = await stack.editor.saveWorkflow(reading);
	return (await stack.editor.run(id)).json('Rows');
}

/** How the examples of partners are run; see `exampleRuns`. */
export const partnerRuns: Record<string, (run: ExampleRun) => Promise<void>> = {
	'partner-oauth-flow': async (run) => {
		const { control } = run;
		// Ends within the quarter of an hour in which the example renews.
		control.changeSettings({ accessTokenTime: 600 });
		const connectLink = `${run.stack.n8n.url}/webhook/wazzup-connect?customer=acme`;
		await run.whilePublished(async () => {
			const link = await visit(connectLink);
			expect(link.status).toBe(302);
			expect(link.location).toContain(`${run.stack.sandbox.techUrl}/v2/oauth/authorize?`);
			const redirectUri = new URL(link.location).searchParams.get('redirect_uri');
			expect(redirectUri).toMatch(/\/webhook\/wazzup-redirect$/);

			const refused = await visit(await decide(link.location, 'refuse'));
			expect(refused).toMatchObject({ status: 400, text: expect.stringMatching(/not connected/) });
			const back = await decide(link.location, 'allow');
			const forged = new URL(back);
			forged.searchParams.set('state', 'forged');
			expect((await visit(forged)).status).toBe(400);
			expect(await visit(back)).toMatchObject({
				status: 200,
				text: expect.stringMatching(/is connected/),
			});
			expect((await visit(back)).status).toBe(400);
		});

		const first = await run.execute('Every 10 Minutes');
		const [kept, ...others] = first.json('Tokens That End Soon');
		expect(others).toEqual([]);
		expect(kept).toMatchObject({ customer: 'acme', state: '', verifier: '' });
		expect(await statusWith(run, kept?.accessToken)).toBe(200);
		const [renewed] = first.json('Keep Renewed Tokens');
		expect(renewed).toMatchObject({ customer: 'acme' });
		expect(renewed?.refreshToken).not.toBe(kept?.refreshToken);
		expect(await statusWith(run, renewed?.accessToken)).toBe(200);

		control.tech.revoke({ kind: 'refresh' });
		const second = await run.execute('Every 10 Minutes');
		expect(second.json('Customers to Ask Again')).toEqual([
			{ customer: 'acme', reason: expect.stringMatching(/does not know this client token/) },
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
			const connect = tech.install('the-cool-crm');
			expect(await visit(connect)).toMatchObject({
				status: 200,
				text: expect.stringMatching(/is connected/),
			});
			expect((await visit(connect)).status).toBe(400);
		});
		expect(await rowsOf(run, 'wazzup-installations')).toMatchObject([
			{ refreshToken: expect.stringMatching(/\S/), expiresAt: expect.stringMatching(/^\d{4}-/) },
		]);
		const [row] = await rowsOf(run, 'wazzup-installations');
		expect(await statusWith(run, row?.accessToken)).toBe(200);
	},
};
