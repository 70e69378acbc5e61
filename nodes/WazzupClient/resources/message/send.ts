import type { INodeProperties } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import { sendMessage } from '../../../../api/tech/messages';
import { cleanAddress } from '../../../shared/fields/address';
import { chatTypeOptions } from '../../../shared/fields/chatType';
import { readSendTo, sendToFields } from '../../../shared/fields/sendTo';
import type { Operation } from '../../../shared/operation';
import { ownMessages } from '../../../shared/ownMessages';
import { readFlag, withoutEmpty, type Parameters } from '../../../shared/parameters';
import { sendIdFor, SentBefore } from '../../../shared/sentBefore';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelLocator, readChannelId } from '../../fields/channel';
import { userLocator } from '../../fields/user';
import { contentFields, readContent } from './content';

const chatType: INodeProperties = {
	displayName: 'Chat Type',
	name: 'chatType',
	type: 'options',
	options: chatTypeOptions,
	default: 'whatsapp',
	description: 'The messenger of the channel. WhatsApp Business API channels count as WhatsApp.',
};

const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		userLocator(
			'Author',
			'crmUserId',
			'The employee who is shown as the author. Needs a role on the channel, or the message fails a moment later with chat_no_access.',
		),
		{
			displayName: 'Clear Unanswered Counter',
			name: 'resetUnanswered',
			type: 'boolean',
			default: true,
			description: 'Whether the chat counts as answered. Turn it off for automatic replies.',
		},
		{
			displayName: 'Reply to Message ID',
			name: 'quotedMessageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0d3ca6a2-7b5e-4c6e-9d1f-3a4b5c6d7e8f',
			description: 'ID of the message that is quoted',
		},
	],
};

/** All sends of this process: Wazzup has no guard against a second one, and n8n may repeat the whole node. */
const sentBefore = new SentBefore<typeof sendMessage>();

/** Beside each request the id of its send, for which the wire has no place. */
const sendIds = new WeakMap<object, string>();

/** Takes a message over; its id and its fate come as a message status event. */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description:
		'Write to a customer of the account: text or file. Returns a request ID; the ID of the message, and whether it was delivered, are reported by the trigger as a message status.',
	fields: [channelLocator, chatType, ...sendToFields, ...contentFields, optionFields, raw],
	runner: techPerItem({
		endpoint: sendMessage,
		request: (parameters, run) => {
			const body = readMessage(parameters);
			// Checked against the contract by the runner before anything is sent.
			const sent = { body: body as BodyOf<typeof sendMessage> };
			sendIds.set(sent, sendIdFor(body, parameters, run));
			return sent;
		},
		lane: ({ body }) => {
			const { chat_type, chat_id, phone, username } = body?.recipient ?? {};
			return [body?.channel_id, chat_type, chat_id ?? phone ?? username].join(' ');
		},
		known: (sent, { account }) => sentBefore.recall(account, sendIds.get(sent)),
		around: (sent, { account }) => {
			const withdraw = ownMessages.announce(account, announced(sent.body));
			return (outcome) => {
				if (!outcome.ok && !outcome.failure.mayHaveHappened) withdraw();
				sentBefore.remember(account, sendIds.get(sent), outcome);
			};
		},
	}),
};

/** What the echo of a message will say, for the trigger to know it by: the answer holds no id of the message. */
function announced(body: BodyOf<typeof sendMessage> | undefined) {
	const { channel_id = null, recipient, text = null } = body ?? {};
	const { chat_id, phone } = recipient ?? {};
	return { channelId: channel_id, chatId: chat_id ?? phone ?? null, text };
}

function readMessage(parameters: Parameters) {
	const type = parameters.text('chatType') ?? 'whatsapp';
	const { chatId, username, phone } = cleanAddress({ chatType: type, ...readSendTo(parameters) });
	const { resetUnanswered, quotedMessageId } = parameters.collection('options');
	return withoutEmpty({
		channel_id: readChannelId(parameters),
		recipient: withoutEmpty({ chat_type: type, chat_id: chatId, username, phone }),
		...readContent(parameters),
		quoted_message_id: quotedMessageId,
		crm_user_id: parameters.picked('options.crmUserId'),
		reset_unanswered: readFlag(resetUnanswered),
	});
}
