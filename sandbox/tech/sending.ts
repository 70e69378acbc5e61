import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { chatTypes, type ChatType } from '../../api/v3/common';
import { sendMessage } from '../../api/tech/messages';
import { carriedBy } from '../chatTypes';
import type { NewMessage } from '../conversations';
import { messageTypeOf } from '../files';
import { Refusal } from '../refusal';
import type { ChatMessage, MessageError, Quoted } from '../shapes';
import type { StoredChat } from '../state';
import type { Answer, Call } from '../surface';
import { windowRefusal } from '../windows';
import type { World } from '../world';
import type { TechAccount, TechChannel } from './account';
import { accountOf, invalid, ok, problem } from './answer';
import { read } from './checks';
import { charge } from './waba';

type Message = z.output<typeof sendMessage.body>;

const anyContent = z.looseObject({
	text: z.unknown().optional(),
	attachment: z.unknown().optional(),
	template: z.unknown().optional(),
});
const templateContent = z.looseObject({ template_id: z.string().optional() });
const several = 'Cannot provide more than one of text, attachment or template';

/** `#error:CODE` in a text: refused with that code. */
function checkMark(text: string | undefined): void {
	const code = /#error:([A-Za-z0-9_]+)/.exec(text ?? '')?.[1];
	if (code) throw new Refusal(problem(400, code, 'Bad Request', 'Asked for by #error.'));
}

/** The message and, where it is sent by template, the text of that. `template` is known from an error text only (tech 5). */
function readMessage(call: Call): { message: Message; template?: string } {
	const given = anyContent.safeParse(call.body).data;
	const parts = [given?.text, given?.attachment, given?.template];
	if (parts.filter((part) => part !== undefined).length > 1) {
		throw new Refusal(problem(400, 'VALIDATION_FAILED', 'Validation Failed', several, [several]));
	}
	if (given?.template === undefined) return { message: read(sendMessage.body, call.body) };
	const { template, ...rest } = given;
	const templateId = templateContent.safeParse(template).data?.template_id ?? '';
	const { templates, wabaTemplates } = accountOf(call);
	const body = wabaTemplates.get(templateId)?.components.find(({ type }) => type === 'BODY');
	const text = templates.get(templateId)?.text ?? body?.text;
	if (text === undefined) throw invalid(['template.template_id is unknown']);
	return { message: read(sendMessage.body, { ...rest, text }), template: text };
}

function channelFor(account: TechAccount, { channel_id, recipient }: Message) {
	const channel = account.channels.get(channel_id);
	if (!channel) {
		const detail = 'The account has no such channel.';
		throw new Refusal(problem(400, 'CHANNEL_NOT_FOUND', 'Bad Request', detail));
	}
	const carried = Object.values(carriedBy(channel.transport) ?? {});
	const chatType: ChatType | undefined = chatTypes.find(
		(known) => known === recipient.chat_type && carried.includes(known),
	);
	if (chatType === undefined) {
		const values = carried.join(', ');
		throw invalid([`recipient.chat_type must be one of the following values: ${values}`]);
	}
	return { channel, chatType };
}

function quotedBy(account: TechAccount, messageId: string | undefined): Quoted | undefined {
	const quoted: ChatMessage | undefined = account.messages.get(messageId ?? '');
	if (!quoted) return undefined;
	const { direction, type, text, contentUri } = quoted;
	return { messageId: quoted.messageId, direction, type, text, contentUri };
}

/** The file of a message as it stands in the request: it is not fetched. */
export function contentOf(attachment: Message['attachment']): Partial<NewMessage> {
	if (!attachment) return {};
	const { url: contentUri, name: fileName, mimetype: mimeType, size } = attachment;
	return { type: messageTypeOf(mimeType ?? ''), contentUri, fileName, mimeType, size };
}

/** What happens to a message that Wazzup has taken over: the author has no access, or the channel can't send. */
function refusalOf(
	world: World,
	account: TechAccount,
	channel: TechChannel,
	chat: StoredChat,
	message: { authorId?: string; type: string },
): MessageError | undefined {
	const { authorId, type } = message;
	if (authorId !== undefined) {
		const role = account.roleOf(authorId, channel.channelId);
		const owner = account.ownerOf(chat) ?? authorId;
		const isTheirs = role !== 'seller' || owner === authorId;
		if (role === undefined || role === 'auditor' || !isTheirs) {
			return { error: 'chat_no_access', description: 'The user has no access to the chat.' };
		}
	}
	if (channel.state !== 'active') {
		const description = `The channel can't send: its state is ${channel.state}.`;
		return { error: 'MESSAGE_CHANNEL_UNAVAILABLE', description };
	}
	return windowRefusal(world.clock.now(), chat, type);
}

/** POST /v2/messages: `request_id` at once, the message and its fate as events (tech 5). */
export function send(call: Call): Answer {
	const { world } = call;
	const account = accountOf(call);
	const { message, template } = readMessage(call);
	checkMark(message.text);
	const { channel, chatType } = channelFor(account, message);
	const requestId = randomUUID();
	const { chat_id, username, phone } = message.recipient;
	const { conversations } = account;
	conversations.later(world.settings.statusSteps || 0, () => {
		const chatId = chat_id ?? conversations.chatIdOf(channel, { username, phone });
		const chat = conversations.open(channel, chatType, chatId, { username, phone });
		const authorId = message.crm_user_id;
		const content: NewMessage = {
			type: template === undefined ? 'text' : 'wapi_template',
			text: message.text,
			...contentOf(message.attachment),
			quoted: quotedBy(account, message.quoted_message_id),
			authorId,
			authorName: account.users.get(authorId ?? '')?.name,
			requestId,
		};
		const refusal = refusalOf(world, account, channel, chat, { ...content, authorId });
		const sent = conversations.send(chat, content, {
			clearUnanswered: message.reset_unanswered ?? true,
			refusal,
		});
		if (channel.transport === 'wapi' && !refusal) charge(world, account, sent);
	});
	return ok(call, { request_id: requestId });
}
