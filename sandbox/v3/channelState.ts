import { chatTypesOf } from '../../api/v3/channels';
import { foldCode } from '../../api/codes';
import type { ChatType } from '../../api/v3/common';
import type { Channel } from '../shapes';
import type { World } from '../world';
import { refusedWithId } from './answer';

/** The code that a channel's state answers a send with; every other state that is not active is MESSAGE_CHANNEL_UNAVAILABLE. */
const codes: Record<string, [code: string, description: string]> = {
	blocked: ['CHANNEL_BLOCKED', 'The channel is blocked.'],
	disabled: ['CHANNEL_BLOCKED', 'The channel is switched off.'],
	notenoughmoney: ['CHANNEL_NO_MONEY', 'The channel is not paid for.'],
	rejected: ['CHANNEL_WAPI_REJECTED', 'The WABA channel is blocked.'],
};

/** The channel of a message; throws CHANNEL_NOT_FOUND, or WRONG_TRANSPORT where it does not carry `chatType`. */
export function channelFor(world: World, channelId: string, chatType: ChatType): Channel {
	const channel = world.state.channels.get(channelId);
	if (!channel) throw refusedWithId('CHANNEL_NOT_FOUND', 'The channel is not in this integration.');
	const { transport } = channel;
	const fitting = chatTypesOf(transport);
	if (chatType !== fitting?.direct && chatType !== fitting?.group) {
		throw refusedWithId('WRONG_TRANSPORT', 'The chat type does not fit the transport.', {
			channelId,
			transport,
			chatType,
		});
	}
	return channel;
}

/** Throws the code of a channel that can't send now. */
export function checkCanSend(channel: Channel): void {
	const state = foldCode(channel.state);
	if (state === 'active') return;
	const [code, description] = codes[state] ?? [
		'MESSAGE_CHANNEL_UNAVAILABLE',
		`The channel can't send: its state is ${channel.state}.`,
	];
	throw refusedWithId(code, description);
}

/** Longest texts; where the two tables of the documents differ, the looser one (A.4.1). */
const textLimits: Record<string, [limit: number, code: string]> = {
	whatsapp: [10_000, 'MESSAGE_TEXT_TOO_LONG'],
	wapi: [4_096, 'MESSAGES_TOO_LONG_WABA'],
	instagram: [10_000, 'MESSAGES_TOO_LONG_INSTAGRAM'],
	tgapi: [4_096, 'MESSAGES_TOO_LONG_TELEGRAM'],
	telegram: [4_096, 'MESSAGES_TOO_LONG_TELEGRAM'],
	vk: [4_096, 'MESSAGES_TOO_LONG_VK'],
	avito: [1_000, 'MESSAGES_TOO_LONG_AVITO'],
	viber: [6_999, 'MESSAGES_TOO_LONG_VIBER'],
};

/** Throws the code of the messenger for a text that it does not take. */
export function checkTextLength(transport: string, text: string): void {
	const [limit, code] = textLimits[transport] ?? [10_000, 'MESSAGE_TEXT_TOO_LONG'];
	if (text.length > limit)
		throw refusedWithId(code, `The text is longer than ${limit} characters.`);
}

/** Throws for a template that its values make too long: header 60, text 1024 (A.4.1). */
export function checkTemplateLength(header = '', text: string): void {
	if (header.length > 60) {
		throw refusedWithId(
			'MESSAGES_TOO_LONG_WABA_HEADER',
			'The header is longer than 60 characters.',
		);
	}
	if (text.length > 1_024) {
		throw refusedWithId(
			'MESSAGES_TOO_LONG_WABA_TEMPLATE',
			'The text is longer than 1024 characters.',
		);
	}
}
