import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { BodyOf } from '../../../../api/endpoint';
import { getLegacyChatWindowLink } from '../../../../api/legacy/chatWindow';
import { idsAsText } from '../../../shared/fields/entityInput';
import { userLocator } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operation';
import { isObject, withoutEmpty, type Parameters } from '../../../shared/parameters';
import { perItem } from '../../../shared/runners/perItem';
import { chatFields, cleanChat } from '../../fields/chat';

const fields: INodeProperties[] = [
	userLocator(
		'User',
		'userId',
		'The employee who opens the window and in whose name it writes',
		true,
	),
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Alex Salesman',
		description: 'Name under which the user writes',
	},
	{
		displayName: 'Chats to Show',
		name: 'scope',
		type: 'options',
		options: [
			{ name: 'All', value: 'global', description: 'All chats that the user may see' },
			{ name: 'Only Those Below', value: 'card', description: 'The chats of one CRM card' },
		],
		default: 'global',
		description: 'Which chats the window shows',
	},
	{
		displayName: 'Chats',
		name: 'filter',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Chat' },
		placeholder: 'Add Chat',
		default: {},
		description:
			'Chats of the card. Someone whom Wazzup does not know yet becomes a contact when the window is opened.',
		displayOptions: { show: { scope: ['card'] } },
		options: [
			{
				displayName: 'Chat',
				name: 'chats',
				values: [
					...chatFields,
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Anna Smirnova',
						description: 'Name for the contact when Wazzup creates it',
					},
				],
			},
		],
	},
	{
		displayName: 'Chat to Open',
		name: 'activeChat',
		type: 'fixedCollection',
		placeholder: 'Add Chat',
		default: {},
		description: 'The chat that is open when the window appears',
		options: [{ displayName: 'Chat', name: 'chat', values: chatFields }],
	},
];

export const getLink: Operation = {
	value: 'getLink',
	name: 'Get Link',
	action: 'Get link to chat window',
	description: 'Create a link that opens the chats of a user, for a browser or for a frame',
	fields,
	runner: perItem({
		endpoint: getLegacyChatWindowLink,
		// The contract checks it before it is sent, and names the field.
		request: (parameters) => ({
			body: readBody(parameters) as BodyOf<typeof getLegacyChatWindowLink>,
		}),
	}),
};

function readBody(parameters: Parameters): IDataObject {
	const scope = parameters.text('scope');
	const chat = parameters.get('activeChat.chat');
	const filter = parameters
		.rows('filter', 'chats')
		// The chat ID is a text here, and may be a number only in the chat to open.
		.map((row) => cleanChat(idsAsText(row, ['chatId'])));
	return withoutEmpty({
		user: withoutEmpty({
			id: parameters.id('userId') ?? parameters.required('userId', 'User', undefined),
			name: parameters.text('userName'),
		}),
		scope,
		filter: scope === 'card' && filter.length > 0 ? filter : undefined,
		activeChat: isObject(chat) ? cleanChat(withoutEmpty(chat)) : undefined,
	});
}
