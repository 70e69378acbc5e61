import { startSandbox, type ChatMessage, type Sandbox } from '../../../sandbox';
import { call, channelOf, startCrm, type Crm } from './client';

let sandbox: Sandbox;
let crm: Crm;

beforeAll(async () => {
	sandbox = await startSandbox({ statusSteps: false });
	crm = await startCrm();
});
afterAll(async () => {
	await sandbox.close();
	await crm.close();
});
beforeEach(() => {
	sandbox.control.reset();
	crm.answerWith(() => ({ status: 200 }));
});

const chat = { chatType: 'whatsapp', chatId: '79011112233' };
const send = (body: object, key?: string) =>
	call(
		sandbox,
		'POST',
		'/v3/message',
		{ channelId: channelOf(sandbox, 'whatsapp'), ...chat, ...body },
		{ key },
	);
const codeOf = async (body: object) => {
	const { status, json } = await send(body);
	return status === 400 ? (json as { error: string }).error : status;
};
const idOf = async (body: object) => ((await send(body)).json as { messageId: string }).messageId;
const shown = (messageId: string): ChatMessage => {
	const messages = sandbox.control
		.chats()
		.flatMap(({ channelId, chatId }) => sandbox.control.messages(channelId, chatId));
	const message = messages.find((each) => each.messageId === messageId);
	if (!message) throw new Error('The message is gone.');
	return message;
};

describe('files', () => {
	it('are fetched at once and kept', async () => {
		const url = sandbox.control.addFile(Buffer.from('png bytes'), 'image/png', 'a.png');
		const message = shown(await idOf({ contentUri: url }));
		expect(message).toMatchObject({ type: 'image' });
		expect(message.contentUri).not.toBe(url);
		const kept = await fetch(message.contentUri ?? '');
		expect([kept.headers.get('content-type'), await kept.text()]).toEqual([
			'image/png',
			'png bytes',
		]);
	});

	it('are not followed through a redirect, nor taken from a link that does not answer', async () => {
		crm.answerWith(() => ({ status: 302, headers: { location: '/elsewhere' } }));
		expect(await codeOf({ contentUri: crm.url })).toBe('MESSAGE_DOWNLOAD_CONTENT_ERROR');
		crm.answerWith(() => ({ status: 404 }));
		expect(await codeOf({ contentUri: crm.url })).toBe('MESSAGE_DOWNLOAD_CONTENT_ERROR');
		expect(await codeOf({ contentUri: 'http://127.0.0.1:1/a.png' })).toBe(
			'MESSAGE_DOWNLOAD_CONTENT_ERROR',
		);
	});

	it('are refused without a type', async () => {
		crm.answerWith(() => ({ status: 200, body: 'file' }));
		expect(await codeOf({ contentUri: crm.url })).toBe('MESSAGE_WRONG_CONTENT_TYPE');
	});

	it('are refused when empty, too large, or nothing for Instagram', async () => {
		const file = (size: number, type: string) => ({
			contentUri: sandbox.control.addFile(Buffer.alloc(size), type),
		});
		const megabyte = 1024 * 1024;
		const instagram = { channelId: channelOf(sandbox, 'instagram'), chatType: 'instagram' };
		expect(await codeOf(file(0, 'image/png'))).toBe('MESSAGES_CONTENT_CAN_NOT_BE_BLANK');
		expect(await codeOf(file(10 * megabyte + 1, 'video/mp4'))).toBe(
			'MESSAGES_CONTENT_SIZE_EXCEEDED',
		);
		expect(
			await codeOf({
				...file(5 * megabyte + 1, 'image/png'),
				channelId: channelOf(sandbox, 'wapi'),
			}),
		).toBe('MESSAGES_CONTENT_SIZE_EXCEEDED_WABA');
		expect(await codeOf({ ...file(9, 'video/mp4'), ...instagram, chatId: 'anna' })).toBe(
			'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI',
		);
	});

	it('elsewhere on the internet are taken unseen', async () => {
		const contentUri = 'https://example.com/photo.jpg';
		expect(shown(await idOf({ contentUri }))).toMatchObject({ type: 'image', contentUri });
	});
});

describe('templates', () => {
	const template = (title: string) =>
		sandbox.control.state().templates.find((each) => each.title === title)?.templateGuid;
	const waba = () => ({ channelId: channelOf(sandbox, 'wapi') });

	it('are filled in the order header, body, link', async () => {
		const order = await idOf({
			...waba(),
			templateId: template('Order status'),
			templateValues: ['17', 'Anna', 'packed'],
		});
		expect(shown(order)).toMatchObject({
			type: 'wapi_template',
			text: 'Hello Anna, your order is packed.',
			template: {
				title: 'Order status',
				header: { format: 'TEXT', text: 'Order 17' },
				footer: 'Sandbox Shop',
			},
		});
		const parcel = await idOf({
			...waba(),
			templateId: template('Delivery with picture'),
			templateValues: ['today', 'A-1'],
			buttonsObject: { buttons: [{ payload: 'yes' }] },
		});
		expect(shown(parcel).buttons).toEqual([
			[{ kind: 'reply', text: 'Yes, thanks', payload: 'yes' }],
			[{ kind: 'reply', text: 'Another day' }],
			[{ kind: 'url', text: 'Track', url: 'https://example.com/track/A-1' }],
		]);
	});

	it('are refused where their values make them too long', async () => {
		const templateId = template('Order status');
		const filled = (templateValues: string[]) => codeOf({ ...waba(), templateId, templateValues });
		expect(await filled(['1'.repeat(60), 'a', 'b'])).toBe('MESSAGES_TOO_LONG_WABA_HEADER');
		expect(await filled(['1', 'a'.repeat(1_024), 'b'])).toBe('MESSAGES_TOO_LONG_WABA_TEMPLATE');
	});

	it('can be written as text', async () => {
		const guid = template('Order status');
		const text = `@template: ${guid} { [[17]]; [[Anna]]; [[packed]] }`;
		expect(shown(await idOf({ ...waba(), text }))).toMatchObject({
			type: 'wapi_template',
			text: 'Hello Anna, your order is packed.',
		});
	});

	it('that Meta did not approve are refused', async () => {
		for (const title of ['Too pushy', 'Last year sale']) {
			expect(await codeOf({ ...waba(), templateId: template(title) })).toBe('TEMPLATE_REJECTED');
		}
	});

	it('go alone: the answer to anything beside them is plain text', async () => {
		const reply = await send({ ...waba(), templateId: template('Welcome'), text: 'hi' });
		expect([reply.status, reply.json]).toEqual([400, undefined]);
		expect(reply.text).toContain('Only one of');
	});
});
