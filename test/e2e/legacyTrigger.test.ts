import { randomUUID } from 'node:crypto';
import { waitFor } from '../../host/wait';
import type { ChatMessage } from '../../sandbox';
import { SECONDS, TRIGGER } from './answering';
import { startForeignProgram } from './foreignProgram';
import { useStack } from './useStack';
import { WAZZUP_LEGACY, WAZZUP_TRIGGER, workflowOf } from './workflows';

const stack = useStack();

/** A workflow that answers every message over the API of 2021; gives its id and the address of its trigger. */
async function answering(): Promise<{ id: string; address: string }> {
	const { credentials, editor, n8n } = stack();
	const webhookId = randomUUID();
	const workflow = workflowOf('Answer over the API of 2021', credentials.wazzupApi, [
		{
			name: TRIGGER,
			type: WAZZUP_TRIGGER,
			webhookId,
			parameters: { surface: 'legacy', events: ['messageReceived'], takeOver: true },
		},
		{
			name: 'Answer',
			type: WAZZUP_LEGACY,
			parameters: {
				resource: 'message',
				operation: 'send',
				channelId: { __rl: true, mode: 'id', value: '={{ $json.channelId }}' },
				chatType: '={{ $json.chatType }}',
				chatId: '={{ $json.chatId }}',
				text: '=You wrote: {{ $json.text }}',
			},
		},
	]);
	const { id } = await editor.saveWorkflow(workflow);
	return { id, address: `${n8n.url}/webhook/${webhookId}/webhook` };
}

/** Sends a request to the API of 2021 as any program with the key does; gives the address that the reply names. */
async function webhooks(method: 'GET' | 'PUT', body?: object): Promise<unknown> {
	const { sandbox } = stack();
	const reply = await fetch(`${sandbox.url}/v2/webhooks`, {
		method,
		headers: { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json' },
		body: body && JSON.stringify(body),
	});
	expect(reply.status).toBe(200);
	return ((await reply.json()) as { webhooksUrl: unknown }).webhooksUrl;
}

/** Writes as a customer, and waits until the answer to this text is on the phone. */
async function converse(text: string): Promise<ChatMessage> {
	const { control } = stack().sandbox;
	const channel = control.state().channels.find(({ transport }) => transport === 'whatsapp');
	const [channelId, chatId] = [channel?.channelId ?? '', '79011112233'];
	control.customerWrites({ channelId, chatId, text });
	const probe = async () =>
		control
			.messages(channelId, chatId)
			.find(({ direction, text: answer }) => direction === 'out' && answer?.endsWith(text));
	return await waitFor(`The answer to "${text}" on the phone`, probe, { seconds: SECONDS });
}

test('a message that comes over the API of 2021 is answered over it; the earlier address comes back', async () => {
	const { editor } = stack();
	const foreign = await startForeignProgram();
	try {
		const url = `${foreign.url}?secret=of-the-crm`;
		await webhooks('PUT', { url });
		const { id, address } = await answering();
		await editor.activate(id);
		const registered = String(await webhooks('GET'));
		expect(registered.split('?')[0]).toBe(address);

		expect(await converse('hello')).toMatchObject({ text: 'You wrote: hello' });
		const [execution] = await editor.executions(id);
		expect(execution).toMatchObject({ mode: 'webhook' });
		const forged = await fetch(registered.replace(/wazzupToken=\w+/, 'wazzupToken=forged'), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ messages: [{ messageId: 'm', status: 99 }] }),
		});
		expect(forged.status).toBe(401);
		expect(await editor.executions(id)).toHaveLength(1);

		await editor.deactivate(id);
		expect(await webhooks('GET')).toBe(url);
		expect(JSON.stringify(foreign.received)).not.toContain('hello');
	} finally {
		await foreign.close();
	}
});

test('where there was no earlier address, stopping the workflow switches deliveries off', async () => {
	const { editor } = stack();
	await webhooks('PUT', { url: null });
	const { id } = await answering();
	await editor.activate(id);
	await converse('hello again');
	await editor.deactivate(id);
	expect(await webhooks('GET')).toBeNull();
});
