/** What the document of the 2021 API prints, with the printing mistakes of the chat window mended. */

export const user = { id: '2e0df379-0e3c-470f-9b36-06b9e34c3bdb', name: 'User Name' };

export const chatWindow = {
	user: { id: '222555', name: 'User Name' },
	scope: 'card',
	filter: [{ chatType: 'whatsapp', chatId: '79998887766' }],
	activeChat: { chatType: 'whatsapp', chatId: '79998887766' },
};

export const message = {
	channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
	chatType: 'whatsapp',
	chatId: '79998887766',
	content: 'https://example.com/images/img_01.png',
};
export const messageReply = { messageId: '10d90130-38f6-421c-ada9-951f82884056' };

export const channel = {
	channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
	transport: 'whatsapp',
	plainId: '79865784457',
	state: 'active',
};

export const webhook = { url: 'https://example.com/webhooks' };
export const webhookReply = {
	webhooksUrl: 'https://example.com/webhooks',
	webhooksUrlChanged: true,
};
export const webhookState = { webhooksUrl: 'https://example.com/webhooks' };

/** The tables of contacts and deals have no example; these carry each of their fields, ids of both kinds. */
export const contact = {
	id: 101,
	responsibleUserId: user.id,
	name: 'Anna',
	chats: [
		{ chatType: 'whatsapp', chatId: '79998887766' },
		{ chatType: 'vk', chatId: 200100500 },
	],
	deals: [2001, 'd-2'],
};
export const deal = {
	id: 2001,
	responsibleUserId: 7,
	name: 'Roof',
	closed: false,
	contacts: [101, 'c-2'],
};

export const instPost = {
	id: '2430659146657243411_41370968890',
	src: 'https://www.instagram.com/p/CG7b52ejyET',
	sha1: 'dc8c036b4a0122bb238fc38dcb0391c125e916f2',
	likes: 0,
	author: 'wztestdlv',
	comments: 22,
	timestamp: 1603977171000,
	updatedAt: 1608905897958,
	authorName: '',
	description: 'Красота',
	previewSha1: '3a55c2920912de4b6a66d24568470dd4ad367c34',
	imageSrc: 'https://store.dev-wazzup24.com/dc8c036b4a0122bb238fc38dcb0391c125e916f2',
	previewSrc: 'https://store.dev-wazzup24.com/3a55c2920912de4b6a66d24568470dd4ad367c34',
};

/** A message of the customer with the values that the table gives as examples. */
export const incoming = {
	messageId: '10d90130-38f6-421c-ada9-951f82884056',
	channelId: channel.channelId,
	chatType: 'whatsapp',
	chatId: '79124698489',
	dateTime: 1603977171000,
	type: 1,
	status: 99,
	text: 'Hello',
	authorType: 99,
	authorName: 'Anna',
};

/** A message in a group from the account's phone. */
export const outgoing = {
	...incoming,
	chatType: 'whatsgroup',
	chatId: '79124698489-1611143663',
	type: 2,
	status: 1,
	text: undefined,
	content: 'https://store.wazzup24.com/dc8c036b',
	authorType: 0,
	authorName: undefined,
};
