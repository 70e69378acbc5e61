import type { INodeProperties } from 'n8n-workflow';
import { notice } from '../shared/fields/notice';

const shownFor = (...api: string[]) => ({ show: { api } });

export const properties: INodeProperties[] = [
	{
		displayName: 'API',
		name: 'api',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'V3',
				value: 'v3',
				description: 'The API of today, with both ways of counting and the colour',
			},
			{
				name: 'Legacy (of 2021)',
				value: 'legacy',
				description: 'For integrations that still use the API of 2021; it knows one number only',
			},
		],
		default: 'v3',
		description: 'Which API of Wazzup tells the counter',
	},
	{
		displayName: 'User Names or IDs',
		name: 'users',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		required: true,
		displayOptions: shownFor('v3'),
		description:
			'The employees whose unanswered messages are watched, with one connection each. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'User IDs',
		name: 'userIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb, 42',
		displayOptions: shownFor('legacy'),
		description:
			'The employees whose unanswered messages are watched, with one connection each: the IDs that your CRM has given Wazzup, with commas between them. An expression may give a list, in which numbers stay numbers.',
	},
	notice(
		'startNotice',
		'The values at the time of publishing are what changes are measured against; by themselves they start nothing.',
	),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Compared Number',
				name: 'compared',
				type: 'options',
				options: [
					{
						name: 'Counter',
						value: 'counter',
						description: 'The older way of counting',
					},
					{
						name: 'Counter V2',
						value: 'counterV2',
						description: 'Unanswered messages of the last 7 days, the number of the Wazzup node',
					},
				],
				default: 'counterV2',
				displayOptions: { show: { '/api': ['v3'] } },
				description: 'Which number Only When It Rises Above looks at',
			},
			{
				displayName: 'Only When It Rises Above',
				name: 'risesAbove',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'Start only when the number was at most this and now is more. While it stays above, nothing starts.',
			},
			{
				displayName: 'Start With the Current Values',
				name: 'startsWithCurrent',
				type: 'boolean',
				default: false,
				description:
					'Whether publishing the workflow starts it once for each user, with the values of that moment',
			},
		],
	},
];
