import { byId, useSandbox } from './useSandbox';

const sandbox = useSandbox();

const channel = (transport: string) => {
	const found = sandbox.control
		.state()
		.channels.find((each) => each.transport === transport && each.state === 'active');
	if (!found) throw new Error(`The sandbox has no active channel of ${transport}`);
	return found.channelId;
};
const send = (transport = 'whatsapp') => ({
	resource: 'message',
	operation: 'send',
	channelId: byId(channel(transport)),
	chatId: '79011112233',
	text: 'hello',
});
const chat = (transport = 'whatsapp', chatId = '79011112233') =>
	sandbox.control.messages(channel(transport), chatId);

test('Send: the message is in the chat, and its CRM message ID is one the node made', async () => {
	const { items } = await sandbox.run(send());
	expect(chat()).toMatchObject([
		{ text: 'hello', direction: 'out', crmMessageId: items[0]?.crmMessageId },
	]);
	expect(items[0]).toMatchObject({ messageId: chat()[0]?.messageId, chatType: 'whatsapp' });
});

test('Send: nothing is written twice when the connection breaks after handling', async () => {
	sandbox.control.addFault({ match: { path: '/v3/message' }, kind: 'dropAfter', times: 1 });
	const { items, error } = await sandbox.run(send());
	expect(error).toBeUndefined();
	expect(items).toMatchObject([
		{ alreadySent: true, note: expect.stringContaining('had gone out') },
	]);
	expect(chat()).toHaveLength(1);
});

test.each(['dropBefore', 'cutOff', 'html', 'status', '429', 'notJson'] as const)(
	'Send survives %s and writes once',
	async (kind) => {
		sandbox.control.addFault({ match: { path: '/v3/message' }, kind, times: 1 });
		const { error } = await sandbox.run(send());
		expect(error).toBeUndefined();
		expect(chat()).toHaveLength(1);
	},
);

test("Send: a CRM message ID of one's own, used twice, is an explained refusal", async () => {
	const parameters = { ...send(), options: { crmMessageId: 'order-17' } };
	await sandbox.run(parameters);
	const { error } = await sandbox.run(parameters);
	expect(error?.description).toContain('REPEATED_CRM_MESSAGE_ID');
	expect(chat()).toHaveLength(1);
});

test('Send: an empty text names the field, and the good item beside it goes out', async () => {
	const { items, failed } = await sandbox.runOn({ ...send(), text: '={{ $json.text }}' }, [
		{ text: '' },
		{ text: 'good' },
	]);
	expect(failed).toMatchObject([{ error: 'Text is empty' }]);
	expect(items).toHaveLength(1);
	expect(chat()).toMatchObject([{ text: 'good' }]);
});

test.each([
	['nothing', '={{ $json.nope }}', 'Template variable 1 is empty'],
	['an object', '={{ $json }}', 'Template variable 1 is not a text'],
])(
	'Send: a template variable that holds %s is never sent to a customer',
	async (_what, value, error) => {
		const { failed } = await sandbox.runOn({
			...send('wapi'),
			content: 'template',
			templateId: byId('8d255e5d-1f2c-4b5a-9d3e-2f6a7b8c9d0e'),
			templateVariables: { mappingMode: 'defineBelow', value: { 1: value, 2: 'x' } },
		});
		expect(failed).toMatchObject([{ error }]);
		expect(sandbox.requests('POST', '/v3/message')).toHaveLength(0);
	},
);

test('Send: a channel that the account does not have is told before anything is sent', async () => {
	const { error } = await sandbox.run({
		...send(),
		channelId: byId('00000000-0000-4000-8000-000000000000'),
	});
	expect(error?.message).toContain('no channel 00000000');
	expect(sandbox.requests('POST', '/v3/message')).toHaveLength(0);
});

test('Send: a chat type that does not fit the channel is explained', async () => {
	const { error } = await sandbox.run({ ...send(), chatType: 'viber' });
	expect(error?.description).toContain('WRONG_TRANSPORT');
});

test.each(['telegram', 'maxbot', 'instagram', 'vk', 'avito', 'viber', 'wapi', 'tgapi', 'max'])(
	'Send: the chat type of a %s channel is found',
	async (transport) => {
		const { error } = await sandbox.run(send(transport));
		expect(error).toBeUndefined();
		expect(sandbox.requests('POST', '/v3/message')).toMatchObject([{ status: 201 }]);
	},
);

test('Edit changes the message, and a lost answer does no harm', async () => {
	const sent = await sandbox.run(send());
	sandbox.control.addFault({ match: { method: 'PATCH' }, kind: 'dropAfter', times: 1 });
	const { items, error } = await sandbox.run({
		resource: 'message',
		operation: 'edit',
		messageId: String(sent.items[0]?.messageId),
		text: 'changed',
	});
	expect(error).toBeUndefined();
	expect(items).toMatchObject([{ edited: true }]);
	expect(chat()).toMatchObject([{ text: 'changed', isEdited: true }]);
});

test('Edit of a message that Wazzup does not know names code and item', async () => {
	const { failed } = await sandbox.runOn({
		resource: 'message',
		operation: 'edit',
		messageId: '00000000-0000-4000-8000-000000000000',
		text: 'changed',
	});
	expect(failed).toMatchObject([{ details: { code: 'MESSAGES_NOT_FOUND' } }]);
});

test('Delete takes the message back, and a lost answer is told truthfully', async () => {
	const sent = await sandbox.run(send());
	sandbox.control.addFault({ match: { method: 'DELETE' }, kind: 'dropAfter', times: 1 });
	const messageId = String(sent.items[0]?.messageId);
	const { items } = await sandbox.run({ resource: 'message', operation: 'delete', messageId });
	expect(items).toMatchObject([{ deleted: true, id: messageId }]);
	expect(chat()).toMatchObject([{ isDeleted: true }]);
});
