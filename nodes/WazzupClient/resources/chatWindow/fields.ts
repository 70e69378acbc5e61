import type { INodeProperties } from 'n8n-workflow';
import { chatAddress } from '../../../shared/fields/chatAddress';
import { raw } from '../../../shared/tech/reply';
import { channelPicker } from '../../fields/channel';
import { userLocator } from '../../fields/user';

const card = { name: 'Only Those Below', value: 'card', description: 'The chats of one CRM card' };

/** This surface opens no chat by phone number. */
const chat = chatAddress.filter(({ name }) => name !== 'phone');

export const chatWindowFields: INodeProperties[] = [
	userLocator(
		'User',
		'userId',
		'The employee who opens the window and in whose name it writes. The user has to be in Wazzup.',
		true,
	),
	{
		displayName: 'Chats to Show',
		name: 'scope',
		type: 'options',
		options: [
			{ name: 'All', value: 'global', description: 'All chats that the user may see' },
			card,
		],
		default: 'global',
		description: 'Which chats the window shows',
	},
	{
		displayName: 'Chats',
		name: 'chats',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Chat' },
		placeholder: 'Add Chat',
		default: {},
		description: 'Chats of the card. A Telegram chat cannot be opened by a phone number.',
		displayOptions: { show: { scope: [card.value] } },
		options: [
			{
				displayName: 'Chat',
				name: 'chat',
				values: [
					...chat,
					{
						displayName: 'Contact Name',
						name: 'contactName',
						type: 'string',
						default: '',
						placeholder: 'e.g. Anna Smirnova',
						description: 'Name of the contact',
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
		options: [
			{
				displayName: 'Chat',
				name: 'chat',
				values: [channelPicker('Channel', 'The channel in which the chat is open'), ...chat],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Author Name',
				name: 'authorName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Alex Salesman',
				description: 'Name under which the user writes, in place of the one in Wazzup',
			},
			{
				displayName: 'CRM Name',
				name: 'clientType',
				type: 'string',
				default: '',
				placeholder: 'e.g. My CRM',
				description: 'Name of the CRM that shows the window. It may be empty.',
			},
			{
				displayName: 'Deal Events',
				name: 'dealEvents',
				type: 'boolean',
				default: true,
				description:
					'Whether the window tells the page around it (postMessage) that the user opens or creates a deal',
			},
			{
				displayName: 'Message Events',
				name: 'messageEvents',
				type: 'boolean',
				default: true,
				description: 'Whether the window tells the page around it (postMessage) about messages',
			},
		],
	},
	raw,
];
