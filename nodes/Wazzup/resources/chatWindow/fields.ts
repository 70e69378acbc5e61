import type { INodeProperties } from 'n8n-workflow';
import { chatAddress } from '../../../shared/fields/chatAddress';
import { locator, userLocator } from '../../../shared/fields/locators';

const card = { name: 'Only Those Below', value: 'card', description: 'The chats of one CRM card' };

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
		name: 'filter',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Chat' },
		placeholder: 'Add Chat',
		default: {},
		description:
			'Chats of the card. Someone whom Wazzup does not know yet becomes a contact; Telegram and MAX need a message first.',
		displayOptions: { show: { scope: [card.value] } },
		options: [
			{
				displayName: 'Chat',
				name: 'chats',
				values: [
					...chatAddress,
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
		options: [
			{
				displayName: 'Chat',
				name: 'chat',
				values: [
					locator({
						displayName: 'Channel',
						name: 'channelId',
						search: 'searchChannels',
						placeholder: 'e.g. e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
						description: 'The channel in which the chat is open',
					}),
					...chatAddress,
				],
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
				displayName: 'CRM Name',
				name: 'clientType',
				type: 'string',
				default: '',
				placeholder: 'e.g. My CRM',
				description: 'Name of the CRM that shows the window',
			},
			{
				displayName: 'Deal Events',
				name: 'useDealsEvents',
				type: 'boolean',
				default: true,
				description:
					'Whether the window tells the page around it (postMessage) that the user opens or creates a deal',
			},
			{
				displayName: 'Message Events',
				name: 'useMessageEvents',
				type: 'boolean',
				default: true,
				description:
					'Whether the window tells the page around it (postMessage) that a contact was created',
			},
			{
				displayName: 'User Name',
				name: 'userName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Alex Salesman',
				description: 'Name under which the user writes, in place of the one in Wazzup',
			},
		],
	},
];
