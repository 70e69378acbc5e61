import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { BodyOf } from '../../../../api/endpoint';
import { sendLegacyMessage } from '../../../../api/legacy/messages';
import { channelLocator } from '../../../shared/fields/locators';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { ownMessages } from '../../../shared/ownMessages';
import { withoutEmpty } from '../../../shared/parameters';
import { perItem } from '../../../shared/runners/perItem';
import { sendIdFor, SentBefore } from '../../../shared/sentBefore';
import { chatFields, cleanChat } from '../../fields/chat';

/** All sends of this process: Wazzup has no guard against a second one, and n8n may repeat the whole node. */
const sentBefore = new SentBefore<typeof sendLegacyMessage>();

/** Beside each request the id of its send, for which the wire has no place. */
const sendIds = new WeakMap<object, string>();

const fields: INodeProperties[] = [
	notice(
		'sendNotice',
		'This API has no guard against messages that go out twice, so a message whose answer is lost is never sent again: its item says that it may have gone out.',
	),
	channelLocator,
	...chatFields.map((field) => (field.name === 'chatId' ? { ...field, required: true } : field)),
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Your order is on its way',
		description: 'Up to 10,000 characters. Leave it empty to send a file.',
	},
	{
		displayName: 'File Link',
		name: 'content',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/price-list.pdf',
		description:
			'Address of the file to send. WhatsApp and Instagram take either a text or a file in one message.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Reply to Message ID',
				name: 'refMessageId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 0d3ca6a2-7b5e-4c6e-9d1f-3a4b5c6d7e8f',
				description: 'Wazzup ID of the message that is quoted',
			},
		],
	},
];

/** Sends a message to a chat; the outcome in the messenger comes as a message status event. */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description:
		'Write to a customer in WhatsApp, Instagram, Telegram or VK: text or file. Delivery is reported by the trigger as a message status.',
	fields,
	runner: perItem({
		endpoint: sendLegacyMessage,
		request: async (parameters, run) => {
			const body = withoutEmpty({
				channelId: parameters.required('channelId', 'Channel', parameters.picked('channelId')),
				...cleanChat({
					chatType: parameters.required('chatType', 'Chat Type'),
					chatId: parameters.required('chatId', 'Chat ID'),
				}),
				text: parameters.text('text'),
				content: parameters.text('content')?.trim(),
				refMessageId: parameters.text('options.refMessageId')?.trim(),
			});
			// Checked against the contract by the runner before anything is sent.
			const sent = { body: body as BodyOf<typeof sendLegacyMessage> };
			sendIds.set(sent, sendIdFor(body, parameters, run));
			return sent;
		},
		lane: ({ body }) => body && [body.channelId, body.chatType, body.chatId].join(' '),
		// A retry of n8n would send it again, and Wazzup would take it.
		known: (sent, { account }) => sentBefore.recall(account, sendIds.get(sent)),
		around: (sent, { account }) => {
			// So that a trigger of this n8n can leave out the echo of its own message.
			const finish = ownMessages.begin(account, sent.body?.channelId ?? '');
			return (outcome) => {
				finish(outcome.ok ? outcome.reply.messageId : undefined);
				sentBefore.remember(account, sendIds.get(sent), outcome);
			};
		},
		items: ({ messageId }, { body }) => ({
			messageId,
			channelId: body?.channelId,
			chatType: body?.chatType,
			chatId: body?.chatId,
		}),
		output: z.object({
			messageId: z.string(),
			channelId: z.string(),
			chatType: z.string(),
			chatId: z.string(),
		}),
	}),
};
