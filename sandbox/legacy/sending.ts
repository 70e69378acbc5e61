import { z } from 'zod/v4';
import { foldCode } from '../../api/codes';
import { legacyMessage, sendLegacyMessage } from '../../api/legacy/messages';
import { legacyChatTypes } from '../../api/legacy/common';
import { carriedBy } from '../chatTypes';
import type { NewMessage } from '../conversations';
import { Refusal } from '../refusal';
import type { Channel, Quoted } from '../shapes';
import type { Answer, Call, Route } from '../surface';
import { fetchContent } from '../v3/content';
import { markedError } from '../v3/marks';
import { windowRefusal } from '../windows';
import type { World } from '../world';
import { inOldWords, notValid, refused } from './answer';

type Message = z.output<typeof legacyMessage>;

const record = z.record(z.string(), z.unknown());
const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** The code for what is amiss with a body, in the order in which a person would mend it (B.5). */
function problemOf(body: unknown): Refusal {
	const { chatType, chatId, text, content } = record.safeParse(body).data ?? {};
	const isKnown = legacyChatTypes.some((known) => known === chatType);
	if (isMissing(chatType)) return refused('CHAT_MISSING_CHAT_TYPE');
	if (!isKnown) return refused('CHAT_WRONG_CHAT_TYPE');
	if (isMissing(chatId)) return refused('CHAT_MISSING_CHAT_ID');
	const { chatId: chatIdField, text: textField } = fieldsAtFault(body);
	if (chatType === 'whatsapp' && chatIdField) return refused('CHAT_INCORRECT_CHAT_ID_WHATSAPP');
	if (text === '') return refused('MESSAGE_TEXT_CAN_NOT_BE_BLANK');
	if (content === '') return refused('MESSAGE_CONTENT_CAN_NOT_BE_BLANK');
	if (text === undefined && content === undefined) return refused('MESSAGE_NOTHING_TO_SEND');
	if (text !== undefined && content !== undefined) return refused('MESSAGE_ONLY_TEXT_OR_CONTENT');
	if (typeof text === 'string' && textField) return refused('MESSAGE_TEXT_TOO_LONG');
	return notValid();
}

function fieldsAtFault(body: unknown): Record<string, true | undefined> {
	const { error } = legacyMessage.safeParse(body);
	return Object.fromEntries((error?.issues ?? []).map(({ path }) => [String(path[0]), true]));
}

/** The channel of a message; throws for one that is unknown, of another messenger, or unable to send. */
function channelFor(world: World, { channelId, chatType }: Message): Channel {
	const channel = world.state.channels.get(channelId);
	if (!channel) throw refused('CHANNEL_NOT_FOUND');
	if (carriedBy(channel.transport)?.direct !== chatType) {
		throw refused(
			channel.transport === 'instagram'
				? 'MESSAGES_INVALID_CONTACT_TYPE'
				: 'MESSAGES_ABNORMAL_SEND',
		);
	}
	switch (foldCode(channel.state)) {
		case 'active':
			return channel;
		case 'disabled':
		case 'blocked':
			throw refused('CHANNEL_BLOCKED');
		case 'notenoughmoney':
			throw refused('CHANNEL_NO_MONEY');
		default:
			throw refused('MESSAGE_CHANNEL_UNAVAILABLE');
	}
}

function quotedBy(world: World, refMessageId: string | undefined): Quoted | undefined {
	if (refMessageId === undefined) return undefined;
	const quoted = world.state.messages.get(refMessageId);
	if (!quoted) throw refused('REFERENCE_MESSAGE_NOT_FOUND');
	const { messageId, direction, type, text, contentUri } = quoted;
	return { messageId, direction, type, text, contentUri };
}

async function compose(world: World, channel: Channel, message: Message): Promise<NewMessage> {
	const { text, content } = message;
	const quoted = quotedBy(world, message.refMessageId);
	if (content === undefined) return { type: 'text', text, quoted };
	return { ...(await fetchContent(world, channel.transport, content)), text, quoted };
}

/** POST /v2/send_message: 201 means accepted, the outcome follows in the statuses (B.5). */
async function send({ world, body }: Call): Promise<Answer> {
	const read = sendLegacyMessage.body.safeParse(body);
	if (!read.success) throw problemOf(body);
	const message = read.data;
	try {
		const marked = markedError('error', message.text);
		if (marked) throw marked;
		const channel = channelFor(world, message);
		const content = await compose(world, channel, message);
		const chat = world.conversations.open(channel, message.chatType, message.chatId);
		const refusal = windowRefusal(world.clock.now(), chat, content.type);
		const { messageId } = world.conversations.send(chat, content, {
			clearUnanswered: true,
			refusal,
		});
		return { status: 201, body: { messageId } };
	} catch (error) {
		throw error instanceof Refusal ? inOldWords(error) : error;
	}
}

export const messageRoutes: Route[] = [{ endpoint: sendLegacyMessage, answer: send }];
