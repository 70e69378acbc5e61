import { startSandbox, type ChatMessage, type Sandbox } from '../../../sandbox';
import { call, channelOf } from './client';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

/** Sends a message with buttons and taps one of them; gives what the customer then has written. */
async function tapped(
	transport: string,
	message: object,
	tap: { row?: number; column: number },
): Promise<string | undefined> {
	const channelId = channelOf(sandbox, transport);
	const chatId = '79011112233';
	const { json } = await call(sandbox, 'POST', '/v3/message', { channelId, chatId, ...message });
	const { messageId } = json as { messageId: string };
	const result = sandbox.control.customerTaps({ messageId, ...tap });
	if ('url' in result) return result.url;
	return sandbox.control
		.messages(channelId, chatId)
		.find((each: ChatMessage) => each.messageId === result.messageId && each.direction === 'in')
		?.text;
}

describe('a tap', () => {
	it.each([
		[0, 'yes!'],
		[1, '1'],
	])('on interactive button %i sends its payload, else its index: %p', async (row, text) => {
		const buttonsObject = {
			buttons: [
				{ text: 'Yes', type: 'text', payload: 'yes!' },
				{ text: 'No', type: 'text' },
			],
		};
		const message = { chatType: 'whatsapp', text: 'Sure?', buttonsObject };
		expect(await tapped('wapi', message, { row, column: 0 })).toBe(text);
	});

	it.each([
		[0, 'fine'],
		[1, 'Another day'],
		[2, 'https://example.com/track/A-1'],
	])('on template button %i gives %p', async (row, text) => {
		const template = sandbox.control
			.state()
			.templates.find(({ title }) => title === 'Delivery with picture');
		const message = {
			chatType: 'whatsapp',
			templateId: template?.templateGuid,
			templateValues: ['today', 'A-1'],
			buttonsObject: { buttons: [{ payload: 'fine' }] },
		};
		expect(await tapped('wapi', message, { row, column: 0 })).toBe(text);
	});

	it('on a Telegram button sends the callback data, or opens the link', async () => {
		const buttons = [
			[
				{ text: 'Yes', callbackData: 'cb-yes' },
				{ text: 'Site', url: 'https://example.com' },
			],
		];
		const message = {
			chatType: 'telegram',
			text: 'Sure?',
			buttonsObject: { replyMarkup: 'inline', buttons },
		};
		expect(await tapped('telegram', message, { column: 0 })).toBe('cb-yes');
		expect(await tapped('telegram', message, { column: 1 })).toBe('https://example.com');
	});

	it('on a Telegram keyboard sends its text; the keyboard stays until it is taken away', async () => {
		const keyboard = () => sandbox.control.chats()[0]?.keyboard;
		const show = { replyMarkup: 'reply', oneTimeKeyboard: false, buttons: [[{ text: 'Menu' }]] };
		const message = { chatType: 'telegram', text: 'Choose' };
		expect(await tapped('telegram', { ...message, buttonsObject: show }, { column: 0 })).toBe(
			'Menu',
		);
		expect(keyboard()).toEqual([[{ kind: 'reply', text: 'Menu' }]]);
		await call(sandbox, 'POST', '/v3/message', {
			channelId: channelOf(sandbox, 'telegram'),
			chatId: '79011112233',
			...message,
			buttonsObject: { replyMarkup: 'reply', removeKeyboard: true },
		});
		expect(keyboard()).toBeUndefined();
	});

	it.each([
		[0, 'paid'],
		[1, 'https://example.com'],
		[2, 'Call me'],
	])('on MAX button %i gives %p', async (column, text) => {
		const buttons = [
			[
				{ type: 'callback', text: 'Paid', payload: 'paid', intent: 'positive' },
				{ type: 'link', text: 'Site', url: 'https://example.com' },
				{ type: 'message', text: 'Call me' },
			],
		];
		const message = { chatType: 'max', text: 'Hi', buttonsObject: { chatType: 'max', buttons } };
		expect(await tapped('maxbot', message, { column })).toBe(text);
	});

	it('beside the buttons is refused', async () => {
		const buttonsObject = { buttons: [{ text: 'Yes', type: 'text' }] };
		const message = { chatType: 'whatsapp', text: 'Sure?', buttonsObject };
		await expect(tapped('wapi', message, { column: 3 })).rejects.toThrow('no button');
	});

	it('finds ten buttons of twelve: WhatsApp drops the rest', async () => {
		const buttons = Array.from({ length: 12 }, (_, index) => ({ text: `B${index}`, type: 'text' }));
		const message = { chatType: 'whatsapp', text: 'Many', buttonsObject: { buttons } };
		expect(await tapped('wapi', message, { row: 9, column: 0 })).toBe('9');
		await expect(tapped('wapi', message, { row: 10, column: 0 })).rejects.toThrow('no button');
	});
});

describe('a customer', () => {
	it('writes on every channel, with a chat id of their own where Wazzup makes it', () => {
		for (const { channelId, transport } of sandbox.control.state().channels) {
			const chatId = ['tgapi', 'telegram', 'max', 'maxbot'].includes(transport)
				? undefined
				: '7901';
			const message = sandbox.control.customerWrites({ channelId, chatId, text: transport });
			expect(message).toMatchObject({ direction: 'in', text: transport, status: 'inbound' });
			expect(message.chatId).not.toBe('');
		}
		expect(sandbox.control.chats()).toHaveLength(14);
	});

	it('sends a file of its type, and quotes', () => {
		const channelId = channelOf(sandbox, 'whatsapp');
		const first = sandbox.control.customerWrites({ channelId, chatId: '7901', text: 'first' });
		const contentUri = sandbox.control.addFile(Buffer.from('x'), 'audio/ogg');
		expect(
			sandbox.control.customerWrites({
				channelId,
				chatId: '7901',
				contentUri,
				quotedMessageId: first.messageId,
			}),
		).toMatchObject({ type: 'audio', contentUri, quoted: { text: 'first', direction: 'in' } });
	});

	it.each([
		[{ channelId: 'nowhere', chatId: '1', text: 'x' }, 'no channel'],
		[{ chatId: '1' }, 'Write something'],
		[{ text: 'x' }, 'Say who writes'],
		[{ chatId: '1', text: 'x', chatType: 'viber' }, 'no chat of type viber'],
		[{ chatId: '1', text: 'x', quotedMessageId: 'nothing' }, 'no message'],
	])('is told what is amiss in %p', (message, complaint) => {
		const channelId = channelOf(sandbox, 'whatsapp');
		expect(() => sandbox.control.customerWrites({ channelId, ...message })).toThrow(complaint);
	});

	it('has an unread count that goes down by reading and answering', async () => {
		const channelId = channelOf(sandbox, 'whatsapp');
		const send = () =>
			call(sandbox, 'POST', '/v3/message', {
				channelId,
				chatType: 'whatsapp',
				chatId: '7901',
				text: 'hi',
			});
		const unread = () => sandbox.control.chats()[0]?.unread;
		await send();
		await send();
		expect(unread()).toBe(2);
		sandbox.control.customerReads({ channelId, chatId: '7901' });
		expect(unread()).toBe(0);
		await send();
		sandbox.control.customerWrites({ channelId, chatId: '7901', text: 'hello' });
		expect(unread()).toBe(0);
	});
});
