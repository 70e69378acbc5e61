import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { sameCode } from '../../../../api/codes';
import type { BodyOf } from '../../../../api/endpoint';
import { sendMessage } from '../../../../api/v3/messages';
import { userLocator } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operation';
import { ownMessages } from '../../../shared/ownMessages';
import { withoutEmpty } from '../../../shared/parameters';
import { perItem, type Sent } from '../../../shared/runners/perItem';
import { isMadeByNode, sendIdFor, SentBefore } from '../../../shared/sentBefore';
import { readRefusal } from '../../../shared/transport/errors';
import type { Failure } from '../../../shared/transport/request';
import { buttonFields, readButtons } from './buttons';
import { contentFields, readContent } from './content';
import { readRecipient, recipientFields } from './recipient';

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
			'The employee who is shown as the author; a sidecar key ignores it',
		),
		{
			displayName: 'Clear Unanswered Counter',
			name: 'clearUnanswered',
			type: 'boolean',
			default: true,
			description: 'Whether the chat counts as answered. Turn it off for automatic replies.',
		},
		{
			displayName: 'CRM Message ID',
			name: 'crmMessageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-17-confirmed',
			description:
				'Wazzup refuses the same ID twice within 60 seconds. Left empty, the node makes one for each item, so that repeats after a lost connection never write twice.',
		},
		{
			displayName: 'Reply to Message ID',
			name: 'refMessageId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0d3ca6a2-7b5e-4c6e-9d1f-3a4b5c6d7e8f',
			description: 'ID of the message that is quoted',
		},
	],
};

/** All sends of this process, also for a repeat that comes after Wazzup's 60 s. */
const sentBefore = new SentBefore<typeof sendMessage>();

/** Sends a message to a chat; the outcome in the messenger comes as a message status event. */
export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description:
		'Write to a customer: text, file, WABA template or buttons. Delivery is reported by the trigger as a message status.',
	fields: [...recipientFields, ...contentFields, ...buttonFields, optionFields],
	runner: perItem({
		endpoint: sendMessage,
		output: z.object({
			messageId: z.string(),
			chatId: z.string(),
			channelId: z.string(),
			chatType: z.string(),
			crmMessageId: z.string(),
		}),
		request: async (parameters, run) => {
			const { crmUserId, ...options } = parameters.collection('options');
			const body: IDataObject = {
				...(await readRecipient(parameters, run)),
				...readContent(parameters),
				...withoutEmpty({ buttonsObject: readButtons(parameters) as IDataObject }),
				...options,
				...withoutEmpty({ crmUserId: parameters.picked('options.crmUserId') }),
			};
			body.crmMessageId ??= sendIdFor(body, parameters, run);
			// Checked against the contract by the runner before anything is sent.
			return { body: body as BodyOf<typeof sendMessage> };
		},
		lane: ({ body }) =>
			body && [body.channelId, body.chatType, body.chatId ?? body.phone ?? body.username].join(' '),
		// Longer than Wazzup's own guard holds: a retry of n8n may come minutes later.
		known: ({ body }, { account }) => sentBefore.recall(account, body?.crmMessageId),
		around: ({ body }, { account }) => {
			// So that a trigger of this n8n can leave out the echo of its own message.
			const finish = ownMessages.begin(account, body?.channelId ?? '');
			return (outcome) => {
				finish(outcome.ok ? outcome.reply.messageId : undefined);
				sentBefore.remember(account, body?.crmMessageId, outcome);
			};
		},
		items: ({ messageId, chatId }, { body }) => ({
			messageId,
			...placeOf(body, chatId ?? undefined),
		}),
		recover: (failure, { body }) =>
			wasSentBefore(failure, isMadeByNode(body?.crmMessageId))
				? {
						messageId: null,
						...placeOf(body),
						alreadySent: true,
						note: 'Wazzup refused a repeat of this message, since the first attempt had gone out. Its ID comes with the message status event.',
					}
				: undefined,
	}),
};

/**
 * A refused duplicate means "it went out" when this request was repeated, or when the ID is one that only
 * an earlier try of the same item can have used.
 */
function wasSentBefore({ answer, mayHaveHappened }: Failure, madeByNode: boolean): boolean {
	const { code } = readRefusal(answer);
	return sameCode(code, 'REPEATED_CRM_MESSAGE_ID') && (mayHaveHappened || madeByNode);
}

function placeOf(body: Sent<typeof sendMessage>['body'], chatId = body?.chatId): IDataObject {
	return withoutEmpty({
		chatId,
		channelId: body?.channelId,
		chatType: body?.chatType,
		crmMessageId: body?.crmMessageId,
	});
}
