import { editMessage, sendMessage } from '../../../api/v3';
import { channelId, complaints, guid, letters, times, verdict } from './contracts';

const minimal = {
	channelId,
	chatType: 'whatsapp',
	chatId: '79011112233',
	text: 'hi',
	crmMessageId: 'order-17-1',
};
const without = (field: keyof typeof minimal) =>
	Object.fromEntries(Object.entries(minimal).filter(([name]) => name !== field));
const template = { ...without('text'), templateId: guid };
const send = (change: object) => verdict(sendMessage.body, { ...minimal, ...change });
const sayOf = (value: object) => complaints(sendMessage.body, value);

describe('a message that the documents allow', () => {
	test.each([
		['the minimal request', minimal],
		['a file', { ...without('text'), contentUri: 'https://example.com/img.png' }],
		['a template without values', template],
		['a template with values', { ...template, templateValues: ['Anna', '17:00'] }],
		[
			'every option',
			{ ...minimal, refMessageId: guid, crmUserId: '2e0df379', clearUnanswered: false },
		],
		['Telegram by username', { ...without('chatId'), chatType: 'telegram', username: 'anna' }],
		['Telegram by phone', { ...without('chatId'), chatType: 'telegram', phone: '79011112233' }],
		['MAX by phone', { ...without('chatId'), chatType: 'max', phone: '79011112233' }],
		['Instagram by account name', { ...minimal, chatType: 'instagram', chatId: 'anna.b' }],
		['a WhatsApp group', { ...minimal, chatType: 'whatsgroup', chatId: '79011112233-1234567890' }],
		['more text than any table allows', { ...minimal, text: letters(20_000) }],
	])('%s', (_name, body) => {
		expect(verdict(sendMessage.body, body)).toBe('ok');
	});
});

describe('a message that the documents refuse, and the field that is named', () => {
	test.each([
		['no channel', without('channelId'), ['channelId']],
		['a channel that is no UUID', { ...minimal, channelId: '79011112233' }, ['channelId']],
		['no chat type', without('chatType'), ['chatType']],
		['an unknown chat type', { ...minimal, chatType: 'wapi' }, ['chatType']],
		['nothing to send', without('text'), ['text']],
		['an empty text', { ...minimal, text: '' }, ['text']],
		['text and file', { ...minimal, contentUri: 'https://example.com/a.png' }, ['contentUri']],
		['text and template', { ...minimal, templateId: guid }, ['templateId']],
		['a file that is no link', { ...without('text'), contentUri: 'a.png' }, ['contentUri']],
		['a file by FTP', { ...without('text'), contentUri: 'ftp://example.com/a' }, ['contentUri']],
		['values without a template', { ...minimal, templateValues: ['a'] }, ['templateValues']],
		['nobody to write to', without('chatId'), ['chatId']],
		['WhatsApp by phone alone', { ...without('chatId'), phone: '79011112233' }, ['phone']],
		['MAX by username', { ...minimal, chatType: 'max', username: 'anna' }, ['username']],
		['a username with @', { ...minimal, chatType: 'telegram', username: '@anna' }, ['username']],
		['a phone with signs', { ...minimal, chatType: 'telegram', phone: '+7 901' }, ['phone']],
		['a WhatsApp number with signs', { ...minimal, chatId: '+7 (901) 111-22-33' }, ['chatId']],
		['a Viber chat by name', { ...minimal, chatType: 'viber', chatId: 'anna' }, ['chatId']],
		['Instagram with @', { ...minimal, chatType: 'instagram', chatId: '@anna' }, ['chatId']],
		['a quote that is no UUID', { ...minimal, refMessageId: '1' }, ['refMessageId']],
	])('%s', (_name, body, paths) => {
		expect(verdict(sendMessage.body, body)).toEqual(paths);
	});

	test('the advice depends on the messenger', () => {
		expect(sayOf(without('chatId'))).toEqual(['Say whom to write to: give the chat ID.']);
		expect(sayOf({ ...without('chatId'), chatType: 'telegram' })).toEqual([
			'Say whom to write to: give a chat ID, a username or a phone number.',
		]);
		expect(sayOf({ ...without('chatId'), chatType: 'max' })).toEqual([
			'Say whom to write to: give a chat ID or a phone number.',
		]);
	});

	test('text and file together are told apart from a template with a text', () => {
		const file = { contentUri: 'https://example.com/a.png' };
		expect(sayOf({ ...minimal, ...file })[0]).toMatch(/either a text or a file/);
		expect(sayOf({ ...minimal, templateId: guid })[0]).toMatch(/^A template message/);
		expect(sayOf(without('text'))[0]).toMatch(/nothing to send/);
	});
});

describe('buttons', () => {
	const at = (path: string) => [`buttonsObject.${path}`];
	const waba = (...buttons: object[]) => ({ buttonsObject: { buttons } });
	const inline = (...row: object[]) => ({
		buttonsObject: { replyMarkup: 'inline', buttons: [row] },
	});
	const max = (...row: object[]) => ({ buttonsObject: { chatType: 'max', buttons: [row] } });
	const markup = { replyMarkup: 'reply' };

	test.each([
		['WABA', waba({ text: 'Yes', type: 'text', payload: 'y' }, { text: 'No', type: 'text' })],
		[
			'Telegram inline',
			inline(
				{ text: letters(64), url: 'https://e.com' },
				{ text: 'b', callbackData: 'я'.repeat(32) },
			),
		],
		[
			'Telegram keyboard',
			{ buttonsObject: { ...markup, oneTimeKeyboard: true, buttons: [[{ text: 'a' }]] } },
		],
		['no Telegram keyboard', { buttonsObject: { ...markup, removeKeyboard: true } }],
		[
			'MAX',
			max(
				{ type: 'callback', text: 'a', payload: 'p', intent: 'positive' },
				{ type: 'link', text: 'b', url: 'https://e.com' },
				{ type: 'message', text: 'c' },
			),
		],
	])('%s: as the documents lay them out', (_name, change) => {
		expect(send(change)).toBe('ok');
	});

	test.each([
		['a WABA text of 21', waba({ text: letters(21) }), at('buttons.0.text')],
		['an eleventh WABA button', waba(...times(11, { text: 'a' })), at('buttons')],
		['no WABA button', waba(), at('buttons')],
		['a WABA button without a text', waba({ payload: 'p' }), at('buttons.0.text')],
		['an unknown WABA type', waba({ text: 'a', type: 'url' }), at('buttons.0.type')],
		[
			'a Telegram text of 65',
			inline({ text: letters(65), url: 'https://e.com' }),
			at('buttons.0.0.text'),
		],
		[
			'66 bytes to call back',
			inline({ text: 'a', callbackData: 'я'.repeat(33) }),
			at('buttons.0.0.callbackData'),
		],
		[
			'0 bytes to call back',
			inline({ text: 'a', callbackData: '' }),
			at('buttons.0.0.callbackData'),
		],
		['neither link nor data', inline({ text: 'a' }), at('buttons.0.0.url')],
		[
			'link and data',
			inline({ text: 'a', url: 'https://e.com', callbackData: 'd' }),
			at('buttons.0.0.url'),
		],
		['an empty row', inline(), at('buttons.0')],
		['a keyboard of nothing', { buttonsObject: markup }, at('buttons')],
		['an unknown markup', { buttonsObject: { replyMarkup: 'up' } }, at('replyMarkup')],
		[
			'buttons of another messenger',
			{ buttonsObject: { chatType: 'vk', buttons: [] } },
			at('chatType'),
		],
		['an unknown MAX type', max({ type: 'url', text: 'a' }), at('buttons.0.0.type')],
		['a MAX link without one', max({ type: 'link', text: 'a' }), at('buttons.0.0.url')],
		[
			'an unknown MAX intent',
			max({ type: 'callback', text: 'a', payload: '', intent: 'x' }),
			at('buttons.0.0.intent'),
		],
	])('%s is refused at its place', (_name, change, path) => {
		expect(send(change)).toEqual(path);
	});

	test('a keyboard is either shown or taken away', () => {
		const both = { ...markup, removeKeyboard: true, buttons: [[{ text: 'a' }]] };
		expect(send({ buttonsObject: both })).toEqual(at('buttons'));
	});

	test('quick replies of a template carry payloads, their texts belong to the template', () => {
		const withButtons = (...buttons: object[]) =>
			verdict(sendMessage.body, { ...template, buttonsObject: { buttons } });
		expect(withButtons({ payload: 'yes' }, { payload: 'no' })).toBe('ok');
		expect(withButtons({ payload: 'yes' }, { text: 'No' })).toEqual(at('buttons.1.payload'));
	});
});

describe('an edit', () => {
	const edit = (body: unknown) => verdict(editMessage.body, body);

	test('carries a text or a file', () => {
		expect(edit({ text: 'new' })).toBe('ok');
		expect(edit({ contentUri: 'https://example.com/a.png', crmUserId: '1' })).toBe('ok');
	});

	test('carries exactly one of them', () => {
		expect(edit({})).toEqual(['text']);
		expect(edit({ text: 'a', contentUri: 'https://example.com/a.png' })).toEqual(['contentUri']);
		expect(edit({ text: '' })).toEqual(['text']);
	});
});

test('the reply of a send names the message', () => {
	expect(verdict(sendMessage.reply, { messageId: guid, chatId: '79011112233' })).toBe('ok');
	expect(verdict(sendMessage.reply, { messageId: guid, extra: 1 })).toBe('ok');
	expect(verdict(sendMessage.reply, { chatId: '1' })).toEqual(['messageId']);
});
