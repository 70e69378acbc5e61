import type { INodeProperties } from 'n8n-workflow';
import { chatTypeOptions } from '../shared/fields/chatType';

/** The filters. What an event does not name cannot keep it out; filters.ts reads them. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Channel Names or IDs',
			name: 'channels',
			type: 'multiOptions',
			typeOptions: {
				loadOptionsMethod: 'getChannels',
				loadOptionsDependsOn: ['surface', 'authentication', 'accountId'],
			},
			default: [],
			description:
				'Only events of these channels. Events that name no channel, e.g. statuses, and requests for contacts and deals are always let through. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Chat Types',
			name: 'chatTypes',
			type: 'multiOptions',
			options: chatTypeOptions,
			default: [],
			description:
				'Only events of these messengers. Events that name no chat, e.g. statuses, and requests for contacts and deals are always let through.',
		},
		{
			displayName: 'Chats',
			name: 'chats',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Groups', value: 'group' },
				{ name: 'One-to-One', value: 'direct' },
			],
			default: 'all',
			description:
				'Whether group chats count. Events that name no chat and requests for contacts and deals are always let through.',
		},
		{
			displayName: 'Ignore Own Messages',
			name: 'ignoreOwn',
			type: 'boolean',
			default: false,
			description:
				"Whether to leave out echoes of messages that this n8n sent through the Wazzup or Wazzup Client node. Known since the last restart and, in queue mode, for the same process only. Messages of a partner's customer are told by chat and text, since Wazzup gives no message ID when they are sent.",
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Delivered', value: 'delivered' },
				{ name: 'Edited in the Messenger', value: 'edited' },
				{ name: 'Error', value: 'error' },
				{ name: 'Read', value: 'read' },
				{ name: 'Sent', value: 'sent' },
			],
			default: [],
			description: 'Only these changes of status of a message',
		},
	],
};
