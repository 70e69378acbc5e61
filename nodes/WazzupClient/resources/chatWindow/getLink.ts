import type { IDataObject } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import { getChatWindowLink } from '../../../../api/tech/links';
import { cleanAddress } from '../../../shared/fields/address';
import { idsAsText } from '../../../shared/fields/entityInput';
import type { Operation } from '../../../shared/operation';
import { isObject, readFlag, withoutEmpty, type Parameters } from '../../../shared/parameters';
import { techPerItem } from '../../../shared/tech/runners';
import { readUserId } from '../../fields/user';
import { chatWindowFields } from './fields';

export const getLink: Operation = {
	value: 'getLink',
	name: 'Get Link',
	action: 'Get link to chat window',
	description:
		'Create a link that opens the chats of a user, for a browser or for a frame with allow="microphone *; clipboard-write *"',
	fields: chatWindowFields,
	runner: techPerItem({
		endpoint: getChatWindowLink,
		// The contract checks it before it is sent, and names the field.
		request: (parameters) => ({ body: readBody(parameters) as BodyOf<typeof getChatWindowLink> }),
	}),
};

function readBody(parameters: Parameters): IDataObject {
	// Of the options the CRM name alone may be sent empty.
	const { authorName, clientType, dealEvents, messageEvents } = parameters.collection(
		'options',
		true,
	);
	const scope = parameters.text('scope');
	const chats = parameters.rows('chats', 'chat').map(toChat);
	const events = withoutEmpty({ deals: readFlag(dealEvents), messages: readFlag(messageEvents) });
	return {
		...withoutEmpty({
			user_id: readUserId(parameters),
			author_name: authorName,
			scope,
			chats: scope === 'card' && chats.length > 0 ? chats : undefined,
			active_chat: readActiveChat(parameters),
			use_events: Object.keys(events).length > 0 ? events : undefined,
		}),
		...(typeof clientType === 'string' && { client_type: clientType }),
	};
}

function readActiveChat(parameters: Parameters): IDataObject | undefined {
	const chat = parameters.get('activeChat.chat');
	if (!isObject(chat)) return undefined;
	return withoutEmpty({
		channel_id: parameters.picked('activeChat.chat.channelId'),
		...toChat(withoutEmpty(chat)),
	});
}

/** A row of the form in Wazzup's words. */
function toChat(row: IDataObject): IDataObject {
	const { chatType, chatId, username, contactName } = cleanAddress(idsAsText(row, ['chatId']));
	return withoutEmpty({
		contact_name: contactName,
		chat_type: chatType,
		chat_id: chatId,
		username,
	});
}
