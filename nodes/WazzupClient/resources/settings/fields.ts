import type { INodeProperties } from 'n8n-workflow';
import { userRoles } from '../../../../api/tech/settings';
import { channelLocator } from '../../fields/channel';
import { userLocator } from '../../fields/user';

const givesRole = { show: { '/listMode': ['add', 'replace'] } };

const roleFields: INodeProperties[] = [
	channelLocator,
	userLocator('User', 'userId', 'The employee who has the role on the channel'),
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: userRoles.map(({ value, name, meaning }) => ({ name, value, description: meaning })),
		default: 'seller',
		description: 'What the user may do on the channel',
		displayOptions: givesRole,
	},
	{
		displayName: 'Gets New Customers',
		name: 'allowGetNewClients',
		type: 'boolean',
		default: true,
		description: 'Whether customers who write for the first time come to this seller',
		displayOptions: { show: { ...givesRole.show, role: ['seller'] } },
	},
];

/** The settings that an item changes; one that is not added stays as it is. */
export const changesField: INodeProperties = {
	displayName: 'Settings to Change',
	name: 'changes',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: 'Hide Phone Numbers From User IDs',
			name: 'hidePhoneNumbersForUserIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1, 2',
			description:
				"Users who do not see customers' phone numbers, with commas between their IDs or as a list from an expression",
		},
		{
			displayName: 'Push Message Events to Managers',
			name: 'pushMessageEvents',
			type: 'boolean',
			default: false,
			description: 'Whether managers get the events of incoming and outgoing messages',
		},
		{
			displayName: 'User Roles',
			name: 'userRoles',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Role' },
			placeholder: 'Add Role',
			default: {},
			description: 'What users may do on channels; a user has one role on each',
			options: [{ displayName: 'Role', name: 'roles', values: roleFields }],
		},
	],
};

/** How the entries of lists are meant. */
export const listMode: INodeProperties = {
	displayName: 'User Roles and IDs Given',
	name: 'listMode',
	type: 'options',
	options: [
		{
			name: 'Are Added or Changed',
			value: 'add',
			description: 'Roles of other users and channels, and other IDs, stay',
		},
		{
			name: 'Are Removed',
			value: 'remove',
			description: 'These users lose their role on these channels, these IDs leave the list',
		},
		{
			name: 'Replace All',
			value: 'replace',
			description: 'Roles and IDs that are not given here are removed; an empty list empties it',
		},
	],
	default: 'add',
	description: 'What is done with the roles and IDs under Settings to Change',
};
