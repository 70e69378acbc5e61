import type { INodeProperties } from 'n8n-workflow';
import { creationEventNames } from '../../api/events/event';
import { notice } from '../shared/fields/notice';
import { options } from './options';
import { v3Events } from './v3/events';

const shownForCreation = { show: { events: [...creationEventNames] } };
const shownFor = (registration: string) => ({ show: { registration: [registration] } });

export const properties: INodeProperties[] = [
	notice(
		'addressNotice',
		'A Wazzup account delivers to one address. Use one Wazzup Trigger per account, and pass its items on with a Switch node or sub-workflows. While you listen for a test event, the published workflow receives nothing.',
	),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		options: [...v3Events],
		default: ['messageReceived'],
		required: true,
		description: 'What starts the workflow',
	},
	{
		...notice(
			'creationNotice',
			'Wazzup asks for contacts and for deals with the same switch, so choosing one of the two brings both. A request that you did not choose is answered with a new ID as well, and does not start the workflow.',
		),
		displayOptions: shownForCreation,
	},
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The address is set in the account when the workflow starts, and given back when it stops',
			},
			{
				name: 'Manual',
				value: 'manual',
				description:
					'You set the address yourself, e.g. with the Webhook resource of the Wazzup node',
			},
		],
		default: 'automatic',
		description: 'Who tells Wazzup the address of this workflow',
	},
	{
		displayName: 'Take Over Existing Address',
		name: 'takeOver',
		type: 'boolean',
		default: false,
		displayOptions: shownFor('automatic'),
		description:
			'Whether to replace the address of another program. It receives nothing while this workflow is published, and its address is put back afterwards.',
	},
	{
		...notice(
			'manualNotice',
			'Add ?wazzupToken=&lt;Address Token&gt; to the production webhook URL (open Webhook URLs above) and register that in Wazzup, with the events that you chose. Deliveries without the token are refused.',
		),
		displayOptions: shownFor('manual'),
	},
	{
		displayName: 'Address Token',
		name: 'addressToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: shownFor('manual'),
		description: 'A long random text of letters and digits that only Wazzup and this node know',
	},
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The same fields for every event, empty ones included',
			},
			{ name: 'Raw', value: 'raw', description: 'What Wazzup sent, with the name of the event' },
		],
		default: 'simplified',
		description: 'What an item looks like',
	},
	{
		displayName: 'Reply to Creation Requests',
		name: 'creationReply',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Immediately',
				value: 'immediately',
				description:
					'With a new ID and what Wazzup gave; the item has the same under request, so that you can store it. A request that Wazzup repeats within 10 minutes gets the same ID and starts nothing.',
			},
			{
				name: "With the Last Node's Item",
				value: 'lastNode',
				description:
					'With the contact or deal that the workflow ends with, in the fields of Wazzup (ID, responsibleUserId, name, contactData or contacts), within 30 seconds. A repeated request runs the workflow again.',
			},
		],
		default: 'immediately',
		displayOptions: shownForCreation,
		description: 'What Wazzup gets when it asks for a contact or a deal; other events never wait',
	},
	options,
];
