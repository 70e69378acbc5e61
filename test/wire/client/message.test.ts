import type { IDataObject } from 'n8n-workflow';
import { byId } from '../capture';
import { captureTech, enveloped, expectTechRequest } from './capture';

const channelId = '808e0654-38f6-421c-ada9-951f82884056';
const messageId = '10d90130-38f6-421c-ada9-951f82884056';
const exportId = '5c0b7a52-1f2c-4b5a-9d3e-2f6a7b8c9d0e';
const base: IDataObject = { resource: 'message' };

describe('Send', () => {
	const send = async (parameters: IDataObject) =>
		await captureTech(
			{
				...base,
				operation: 'send',
				channelId: byId(channelId),
				chatType: 'whatsapp',
				...parameters,
			},
			enveloped({ request_id: messageId }),
		);
	const sent = (body: object) => ({
		method: 'POST',
		path: '/v2/messages',
		body: { channel_id: channelId, ...body },
	});

	test('a text with all that goes with it', async () => {
		const { requests, result } = await send({
			chatId: '+7 (901) 111-22-33',
			text: 'Hello',
			options: { quotedMessageId: messageId, crmUserId: byId('222'), resetUnanswered: false },
		});
		expect(requests).toHaveLength(1);
		expectTechRequest(
			requests[0],
			sent({
				recipient: { chat_type: 'whatsapp', chat_id: '79011112233' },
				text: 'Hello',
				quoted_message_id: messageId,
				crm_user_id: '222',
				reset_unanswered: false,
			}),
		);
		expect(result.items).toEqual([{ request_id: messageId }]);
	});

	test('a switch of the options as the text of a table', async () => {
		const options = { resetUnanswered: '={{ "false" }}' };
		const { requests } = await send({ chatId: '79011112233', text: 'Hello', options });
		expect(requests[0]?.body).toMatchObject({ reset_unanswered: false });
	});

	test('a file to a Telegram username', async () => {
		const { requests } = await send({
			chatType: 'telegram',
			sendTo: 'username',
			username: '@anna',
			content: 'file',
			fileUrl: 'https://example.com/a.png',
			fileDetails: { name: 'a.png', mimetype: 'image/png', size: 1024 },
		});
		const attachment = {
			url: 'https://example.com/a.png',
			name: 'a.png',
			mimetype: 'image/png',
			size: 1024,
		};
		expectTechRequest(
			requests[0],
			sent({ recipient: { chat_type: 'telegram', username: 'anna' }, attachment }),
		);
	});

	test('nothing beside what was filled in', async () => {
		const { requests } = await send({
			chatType: 'max',
			sendTo: 'phone',
			phone: '+7 901 111-22-33',
			chatId: 'left over from another choice',
			content: 'file',
			text: 'left over from another choice',
			fileUrl: 'https://example.com/a.png',
			fileDetails: { name: '', size: 0 },
		});
		expectTechRequest(
			requests[0],
			sent({
				recipient: { chat_type: 'max', phone: '79011112233' },
				attachment: { url: 'https://example.com/a.png' },
			}),
		);
	});

	test('Raw gives the reply as it came', async () => {
		const { result } = await send({ chatId: '7901', text: 'hi', raw: true });
		expect(result.items).toEqual([enveloped({ request_id: messageId }).body]);
	});
});

test('Edit a text, and a file with fields that no document names', async () => {
	const edit = { ...base, operation: 'edit', messageId };
	const text = await captureTech({ ...edit, text: 'new', crmUserId: byId('222') });
	const path = `/v2/messages/${messageId}`;
	expectTechRequest(text.requests[0], {
		method: 'PATCH',
		path,
		body: { text: 'new', crm_user_id: '222' },
	});
	expect(text.result.items).toEqual([
		{ edited: true, message_id: messageId, text: 'new', crm_user_id: '222' },
	]);
	const file = await captureTech({
		...edit,
		content: 'file',
		fileUrl: 'https://example.com/a.png',
		additionalFieldsJson: '{ "caption": "x" }',
	});
	expectTechRequest(file.requests[0], {
		method: 'PATCH',
		path,
		body: { attachment: { url: 'https://example.com/a.png' }, caption: 'x' },
	});
});

test('Delete', async () => {
	const { requests, result } = await captureTech({ ...base, operation: 'delete', messageId });
	expectTechRequest(requests[0], { method: 'DELETE', path: `/v2/messages/${messageId}` });
	expect(result.items).toEqual([{ deleted: true, id: messageId }]);
});

describe('Start Export', () => {
	const start = async (parameters: IDataObject) =>
		await captureTech(
			{ ...base, operation: 'startExport', ...parameters },
			enveloped({ export_id: exportId, status: 'pending' }),
		);

	test('of one channel', async () => {
		const { requests, result } = await start({
			startAt: '2026-01-01T00:00:00Z',
			endAt: '2026-01-31T23:59:59.999Z',
			channelId: byId(channelId),
		});
		expectTechRequest(requests[0], {
			method: 'POST',
			path: '/v2/messages/messages_dump',
			body: {
				start_at: '2026-01-01T00:00:00Z',
				end_at: '2026-01-31T23:59:59.999Z',
				channel_id: channelId,
			},
		});
		expect(result.items).toEqual([{ export_id: exportId, status: 'pending' }]);
	});

	test('a time of another zone goes out in UTC, one of none is of the workflow', async () => {
		const { requests } = await start({
			startAt: '2026-01-01T03:00:00+03:00',
			endAt: '={{ $json.end }}',
			channelId: { __rl: true, mode: 'list', value: '' },
		});
		expect(requests).toHaveLength(1);
		const times = await start({ startAt: '2026-01-01 00:00:00', endAt: '2026-01-02T00:00:00' });
		const [first, second] = [requests[0]?.body, times.requests[0]?.body] as IDataObject[];
		expect(first).toMatchObject({ start_at: '2026-01-01T00:00:00Z' });
		expect(Object.keys(first ?? {})).toEqual(['start_at', 'end_at']);
		// The harness runs workflows in n8n's own default zone.
		expect(second).toEqual({ start_at: '2026-01-01T05:00:00Z', end_at: '2026-01-02T05:00:00Z' });
	});

	test('without an end it ends now', async () => {
		const before = Date.now();
		const { requests } = await start({ startAt: '2026-01-01T00:00:00Z' });
		const { end_at } = requests[0]?.body as IDataObject;
		expect(Date.parse(String(end_at))).toBeGreaterThanOrEqual(before);
		expect(Date.parse(String(end_at))).toBeLessThanOrEqual(Date.now());
	});

	test.each([
		['={{ $json.nothing }}', 'From is empty'],
		['yesterday', 'From "yesterday" is not a time'],
		['2027-01-01T00:00:00Z', 'The period ends before it starts'],
	])('a start of %j is told, and nothing is sent', async (startAt, message) => {
		const { requests, result } = await start({ startAt, endAt: '2026-12-31T00:00:00Z' });
		expect(requests).toEqual([]);
		expect(result.error?.message).toContain(message);
	});
});

test('Get Export', async () => {
	const data = { status: 'done', url: 'https://example.com/export.csv' };
	const parameters = { ...base, operation: 'getExport', exportId };
	const { requests, result } = await captureTech(parameters, enveloped(data));
	expectTechRequest(requests[0], {
		method: 'GET',
		path: `/v2/messages/messages_dump/${exportId}`,
	});
	expect(result.items).toEqual([{ export_id: exportId, ...data }]);
	const raw = await captureTech({ ...parameters, raw: true }, enveloped(data));
	expect(raw.result.items).toEqual([enveloped(data).body]);
});
