import { withCredentials } from '../../host/workflow';
import { accountRuns } from './accountRuns';
import { post, type ExampleRun } from './exampleRun';
import { startLanguageModel } from './languageModel';
import { partnerRuns } from './partnerRuns';

/** The chat of the team in the examples. */
const TEAM = '79990001122';

/** How each example is run, by its file name without `.json`, and what has to come of it. */
export const exampleRuns: Record<string, ((run: ExampleRun) => Promise<void>) | undefined> = {
	...partnerRuns,
	...accountRuns,

	'answer-a-customer': async (run) => {
		const { control, workflowId } = run;
		const { editor } = run.stack;
		await run.whilePublished(async () => {
			const greeting = await run.converse('whatsapp', '79011112233', { text: 'hello' });
			expect(greeting.text).toBe('You wrote: hello. A person will be with you shortly.');
			const sent = control.journal().find(({ path }) => path === '/v3/message');
			expect(sent?.body).toMatchObject({ chatType: 'whatsapp', clearUnanswered: false });

			const price = await run.converse('tgapi', '300400', { text: 'How MUCH is it?' });
			expect(price.text).toMatch(/^Our price list is at /);
			const hours = await run.converse('vk', '5566', { text: 'When are you open?' });
			expect(hours.text).toMatch(/^We are open from /);
			const contentUri = 'https://example.com/photo.jpg';
			const receipt = await run.converse('whatsapp', '79014445566', { contentUri });
			expect(receipt.text).toMatch(/^We have received what you sent\. A person /);

			const before = await editor.executions(workflowId);
			const group = { chatType: 'whatsgroup', chatId: '120363001', text: 'hello' };
			control.customerWrites({ channelId: run.channel('whatsapp'), ...group });
			await control.idle();
			const delivery = control
				.deliveries()
				.find(({ body }) => JSON.stringify(body).includes(group.chatId));
			expect(delivery).toMatchObject({ kind: 'messages', status: 200 });
			expect(await editor.executions(workflowId)).toHaveLength(before.length);
		});
	},

	'new-record-to-template': async (run) => {
		await run.whilePublished(async () => {
			const record = { id: 501, name: 'Anna', phone: '+7 901 222-33-44', order: 'A-1042' };
			const reply = await post(`${run.stack.n8n.url}/webhook/new-crm-record`, record);
			expect(reply).toMatchObject({ status: 200, body: { chatId: '79012223344' } });
			expect(run.control.state().contacts).toEqual([
				{
					id: '501',
					name: 'Anna',
					responsibleUserId: '1',
					contactData: [{ chatType: 'whatsapp', chatId: '79012223344' }],
				},
			]);
			expect(await run.answer('wapi', '79012223344')).toMatchObject({
				template: {
					header: { text: 'Order A-1042' },
					text: 'Hello Anna, your order is accepted.',
				},
			});
		});
	},

	'sync-crm-table': async (run) => {
		const execution = await run.execute();
		const requests = run.control.journal().map(({ method, path }) => `${method} ${path}`);
		expect(requests).toEqual(['POST /v3/users', 'POST /v3/contacts', 'POST /v3/deals']);

		const { users, contacts, deals } = run.control.state();
		expect(users.map(({ id }) => id)).toEqual(expect.arrayContaining(['kate', 'alex']));
		expect(contacts.map(({ id, name, contactData }) => [id, name, contactData])).toEqual([
			['101', 'Anna Smirnova', [{ chatType: 'whatsapp', chatId: '79011112233' }]],
			['103', 'Clara Petrova', [{ chatType: 'telegram', username: 'clara_petrova' }]],
		]);
		expect(deals.map((deal) => [deal.id, deal.contacts, deal.closed])).toEqual([
			['2001', ['101'], false],
			['2002', ['101', '103'], true],
		]);
		const [failed, ...others] = execution.json('Note What Failed');
		expect(failed).toMatchObject({ step: 'Upsert Contacts', id: '102', name: 'Boris Ivanov' });
		expect(failed?.reason).toMatch(/Contact 102.*chatId/);
		expect(others).toEqual([]);
	},

	'alert-failed-delivery': async (run) => {
		const { sandbox } = run.stack;
		// Any program of the account may have sent it.
		const sendFailing = async () => {
			const message = {
				channelId: run.channel('whatsapp'),
				chatType: 'whatsapp',
				chatId: '79017778899',
				text: '#status-error:BAD_CONTACT',
			};
			const key = { authorization: `Bearer ${sandbox.apiKey}` };
			expect(await post(`${sandbox.url}/v3/message`, message, key)).toMatchObject({ status: 201 });
		};
		const hour = () => new Date().toISOString().slice(0, 13);
		const began = hour();
		await run.whilePublished(async () => {
			await run.executionOf(sendFailing);
			const alert = await run.answer('whatsapp', TEAM);
			expect(alert.text).toMatch(/^⚠️ Not delivered:\n• BAD_CONTACT: .+ \(message [\w-]+, \d{4}-/);
			await run.executionOf(sendFailing);
			// One an hour: two only where the hour struck in between.
			const alerts = run.written('whatsapp', TEAM).length;
			expect(alerts).toBeLessThanOrEqual(new Set([began, hour()]).size);
		});
	},

	'channels-needing-attention': async (run) => {
		for (const [index, trigger] of ['Start by Hand', 'Every Day at 9:00'].entries()) {
			const execution = await run.execute(trigger);
			expect(execution.json('Write List')).toMatchObject([{ count: 4 }]);
			expect(run.written('whatsapp', TEAM)[index]?.text?.split('\n')).toEqual([
				'Channels that need attention:',
				'• WhatsApp Signed Out (whatsapp 79011110011): qr',
				'• WhatsApp Unpaid (whatsapp 79011110012): notEnoughMoney',
				'• Telegram Blocked (tgapi 79011110013): blocked',
				'• WABA In Review (wapi 79011110014): onModeration',
			]);
		}
		for (const { channelId } of run.control.state().channels) {
			run.control.changeChannel(channelId, { state: 'active' });
		}
		await run.execute('Start by Hand');
		expect(run.written('whatsapp', TEAM)).toHaveLength(2);
	},

	'ai-agent-tools': async (run) => {
		const { editor } = run.stack;
		const model = await startLanguageModel([
			[
				{ tool: 'Call_a_Person', arguments: { message: 'Anna wants a refund.' } },
				{ tool: 'Save_Contact', arguments: { name: 'Anna' } },
			],
			'Somebody will write soon.',
		]);
		try {
			const data = { apiKey: 'none', url: model.url };
			const name = 'Language model of the test';
			const openAi = await editor.saveCredential({ name, type: 'openAiApi', data });
			await editor.saveWorkflow(withCredentials(run.workflow, openAi));
			await run.whilePublished(async () => {
				const answer = await run.converse('instagram', 'anna_shop', { text: 'Refund! Anna' });
				expect(answer.text).toBe('Somebody will write soon.');
			});
		} finally {
			await model.close();
		}
		const [call] = run.written('whatsapp', TEAM);
		expect(call?.text).toMatch(
			/^A customer wants a person \(.*anna_shop\): Anna wants a refund\.$/,
		);
		expect(run.control.state().contacts).toEqual([
			{
				id: 'anna_shop',
				name: 'Anna',
				responsibleUserId: '1',
				contactData: [{ chatType: 'instagram', chatId: 'anna_shop' }],
			},
		]);
		expect(model.requests[0]?.tools?.map((tool) => tool.function.name).sort()).toEqual([
			'Call_a_Person',
			'Save_Contact',
		]);
	},
};
