import type { IDataObject } from 'n8n-workflow';
import { getChatWindowLink } from '../../../../api/v3/chatWindow';
import type { BodyOf } from '../../../../api/endpoint';
import { cleanAddress } from '../../../shared/fields/address';
import { idsAsText } from '../../../shared/fields/entityInput';
import type { Operation } from '../../../shared/operation';
import { isObject, withoutEmpty, type Parameters } from '../../../shared/parameters';
import { perItem } from '../../../shared/runners/perItem';
import { chatWindowFields } from './fields';

export const getLink: Operation = {
	value: 'getLink',
	name: 'Get Link',
	action: 'Get link to chat window',
	description:
		'Create a link that opens the chats of a user, for a browser or for a frame with allow="microphone *; clipboard-write *"',
	fields: chatWindowFields,
	runner: perItem({
		endpoint: getChatWindowLink,
		// The contract checks it before it is sent, and names the field.
		request: (parameters) => ({ body: readBody(parameters) as BodyOf<typeof getChatWindowLink> }),
	}),
};

function readBody(parameters: Parameters): IDataObject {
	const { userName, ...options } = parameters.collection('options');
	const scope = parameters.text('scope');
	const filter = parameters.rows('filter', 'chats').map(cleanRow);
	return withoutEmpty({
		user: withoutEmpty({
			id: parameters.required('userId', 'User', parameters.picked('userId')),
			name: userName,
		}),
		scope,
		filter: scope === 'card' && filter.length > 0 ? filter : undefined,
		activeChat: readActiveChat(parameters),
		options: Object.keys(options).length > 0 ? options : undefined,
	});
}

function readActiveChat(parameters: Parameters): IDataObject | undefined {
	const chat = parameters.get('activeChat.chat');
	if (!isObject(chat)) return undefined;
	return withoutEmpty({
		...cleanRow(withoutEmpty(chat)),
		channelId: parameters.picked('activeChat.chat.channelId'),
	});
}

const cleanRow = (row: IDataObject) => cleanAddress(idsAsText(row, ['chatId', 'phone']));
