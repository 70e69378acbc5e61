import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { byId, capture, expectRequest } from './capture';

const channelId = 'e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const messageId = '10d90130-38f6-421c-ada9-951f82884056';
const templateId = '8d255e5d-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const reply = { status: 201, body: { messageId, chatId: '79011112233' } };

/** Sends with a chat type of its own, so that no channel has to be looked up. */
const send = async (parameters: IDataObject) =>
	await capture(
		{
			resource: 'message',
			operation: 'send',
			channelId: byId(channelId),
			chatType: 'whatsapp',
			chatId: '79011112233',
			text: 'hi',
			options: { crmMessageId: 'order-17-1' },
			...parameters,
		},
		reply,
	);

const sent = (body: IDataObject, without: string[] = []) => {
	const whole: IDataObject = {
		channelId,
		chatType: 'whatsapp',
		chatId: '79011112233',
		text: 'hi',
		crmMessageId: 'order-17-1',
		...body,
	};
	return { method: 'POST', path: '/v3/message', body: omit(whole, without) };
};

test('the minimal request of the documents', async () => {
	const { requests, result } = await send({});
	expect(requests).toHaveLength(1);
	expectRequest(requests[0], sent({}));
	expect(result.items).toEqual([
		{
			messageId,
			chatId: '79011112233',
			channelId,
			chatType: 'whatsapp',
			crmMessageId: 'order-17-1',
		},
	]);
});

test('the phone number is cleaned', async () => {
	const { requests } = await send({ chatId: '+7 (901) 111-22-33' });
	expectRequest(requests[0], sent({}));
});

test('the chat type follows the channel, looked up once for all items', async () => {
	const channel = {
		channelId: 'b1b2c3d4-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
		transport: 'tgapi',
		state: 'active',
	};
	const { requests } = await capture(
		{
			resource: 'message',
			operation: 'send',
			channelId: byId(channel.channelId),
			chatId: '={{ $json.to }}',
			text: 'hi',
		},
		({ path }) => (path === '/v3/channels' ? { body: [channel] } : reply),
		{ items: [{ to: 'guid-1' }, { to: 'guid-2' }] },
	);
	expect(requests.map(({ path }) => path)).toEqual(['/v3/channels', '/v3/message', '/v3/message']);
	expect(requests.slice(1).map(({ body }) => body)).toEqual(
		expect.arrayContaining([expect.objectContaining({ chatType: 'telegram', chatId: 'guid-1' })]),
	);
});

test('Telegram by username, MAX by phone number', async () => {
	const byUsername = await send({ chatType: 'telegram', sendTo: 'username', username: '@anna' });
	expectRequest(
		byUsername.requests[0],
		sent({ chatType: 'telegram', username: 'anna' }, ['chatId']),
	);
	const byPhone = await send({ chatType: 'max', sendTo: 'phone', phone: '+7 901 111-22-33' });
	expectRequest(byPhone.requests[0], sent({ chatType: 'max', phone: '79011112233' }, ['chatId']));
});

test('a file, a quote, an author and the unanswered counter', async () => {
	const { requests } = await send({
		content: 'file',
		contentUri: 'https://example.com/img.png',
		options: {
			crmMessageId: 'order-17-1',
			refMessageId: messageId,
			crmUserId: byId('1'),
			clearUnanswered: false,
		},
	});
	expectRequest(
		requests[0],
		sent(
			{
				contentUri: 'https://example.com/img.png',
				refMessageId: messageId,
				crmUserId: '1',
				clearUnanswered: false,
			},
			['text'],
		),
	);
});

test('a WABA template with its variables in the order of the template', async () => {
	const byName = await send({
		content: 'template',
		templateId: byId(templateId),
		templateVariables: { mappingMode: 'defineBelow', value: { '10': 'j', '2': 'b', '1': 'a' } },
	});
	expectRequest(
		byName.requests[0],
		sent({ templateId, templateValues: ['a', 'b', 'j'] }, ['text']),
	);
	const asList = await send({
		content: 'template',
		templateId: byId(templateId),
		variablesMode: 'list',
		templateValues: ['a', 'b'],
	});
	expectRequest(asList.requests[0], sent({ templateId, templateValues: ['a', 'b'] }, ['text']));
});

test.each([
	[
		'WABA quick replies',
		{
			buttonLayout: 'quickReplies',
			quickRepliesButtons: {
				buttons: [
					{ text: 'Yes', payload: 'y' },
					{ text: 'No', payload: '' },
				],
			},
		},
		{
			buttons: [
				{ text: 'Yes', payload: 'y', type: 'text' },
				{ text: 'No', type: 'text' },
			],
		},
	],
	[
		'Telegram buttons under the message',
		{
			buttonLayout: 'telegramInline',
			telegramInlineButtons: {
				buttons: [
					{ text: 'Site', type: 'url', url: 'https://example.com', row: 1 },
					{ text: 'Yes', type: 'callbackData', callbackData: 'yes', row: 1 },
					{ text: 'No', type: 'callbackData', callbackData: 'no', row: 2 },
				],
			},
		},
		{
			replyMarkup: 'inline',
			buttons: [
				[
					{ text: 'Site', url: 'https://example.com' },
					{ text: 'Yes', callbackData: 'yes' },
				],
				[{ text: 'No', callbackData: 'no' }],
			],
		},
	],
	[
		'a Telegram keyboard',
		{
			buttonLayout: 'telegramKeyboard',
			oneTimeKeyboard: true,
			telegramKeyboardButtons: { buttons: [{ text: 'Yes', row: 1 }] },
		},
		{ replyMarkup: 'reply', oneTimeKeyboard: true, buttons: [[{ text: 'Yes' }]] },
	],
	[
		'taking a Telegram keyboard away',
		{ buttonLayout: 'telegramRemoveKeyboard' },
		{ replyMarkup: 'reply', removeKeyboard: true },
	],
	[
		'MAX buttons',
		{
			buttonLayout: 'max',
			maxButtons: {
				buttons: [
					{ type: 'callback', text: 'OK', payload: 'ok', intent: 'positive', row: 1 },
					{ type: 'link', text: 'Site', url: 'https://example.com', row: 2 },
					{ type: 'message', text: 'Write', row: 2 },
				],
			},
		},
		{
			chatType: 'max',
			buttons: [
				[{ type: 'callback', text: 'OK', payload: 'ok', intent: 'positive' }],
				[
					{ type: 'link', text: 'Site', url: 'https://example.com' },
					{ type: 'message', text: 'Write' },
				],
			],
		},
	],
	[
		'buttons as JSON',
		{ buttonLayout: 'json', buttonsJson: '{"buttons":[{"text":"Yes","type":"text"}]}' },
		{ buttons: [{ text: 'Yes', type: 'text' }] },
	],
])('%s', async (_name, parameters, buttonsObject) => {
	const { requests } = await send(parameters);
	expectRequest(requests[0], sent({ buttonsObject }));
});

test('payloads of a template go out with the template', async () => {
	const { requests } = await send({
		content: 'template',
		templateId: byId(templateId),
		variablesMode: 'list',
		templateValues: [],
		buttonLayout: 'templateReplies',
		templateRepliesButtons: { buttons: [{ payload: 'yes' }, { payload: 'no' }] },
	});
	expectRequest(
		requests[0],
		sent({ templateId, buttonsObject: { buttons: [{ payload: 'yes' }, { payload: 'no' }] } }, [
			'text',
		]),
	);
});

test('Edit a text and a file', async () => {
	const parameters = { resource: 'message', operation: 'edit', messageId };
	const text = await capture({ ...parameters, content: 'text', text: 'new', crmUserId: byId('1') });
	expectRequest(text.requests[0], {
		method: 'PATCH',
		path: `/v3/message/${messageId}`,
		body: { text: 'new', crmUserId: '1' },
	});
	const file = await capture({
		...parameters,
		content: 'file',
		contentUri: 'https://example.com/a.png',
	});
	expectRequest(file.requests[0], {
		method: 'PATCH',
		path: `/v3/message/${messageId}`,
		body: { contentUri: 'https://example.com/a.png' },
	});
	expect(file.result.items).toEqual([
		{ edited: true, messageId, contentUri: 'https://example.com/a.png' },
	]);
});

test('Delete', async () => {
	const { requests, result } = await capture({
		resource: 'message',
		operation: 'delete',
		messageId,
	});
	expectRequest(requests[0], { method: 'DELETE', path: `/v3/message/${messageId}` });
	expect(result.items).toEqual([{ deleted: true, id: messageId }]);
});
