import type { INodeProperties } from 'n8n-workflow';
import { creationEventNames } from '../../api/events/event';
import { notice } from '../shared/fields/notice';
import { accountFields } from '../shared/tech/account';
import { options } from './options';
import type { Surface } from './surface';
import { surfaces } from './surfaces';
import { tech } from './tech';
import { v3 } from './v3';

/** Shown on one surface, and there only with one of these values of another parameter. */
const shownOn = ({ name }: Surface, more: Record<string, string[]> = {}) => ({
	show: { surface: [name], ...more },
});
const shownFor = (registration: string) => ({ show: { registration: [registration] } });

const eventsOf = (surface: Surface): INodeProperties => ({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	noDataExpression: true,
	options: [...surface.events],
	default: ['messageReceived'],
	required: true,
	displayOptions: shownOn(surface),
	description: 'What starts the workflow',
});

const creationEventsOf = ({ events }: Surface) =>
	creationEventNames.filter((name) => events.some(({ value }) => value === name));

const creationReplyOf = (surface: Surface): INodeProperties => ({
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
			description: `With the contact or deal that the workflow ends with, in the fields of Wazzup (${surface.entityFields}), within 30 seconds. A repeated request runs the workflow again.`,
		},
	],
	default: 'immediately',
	displayOptions: shownOn(surface, { events: creationEventsOf(surface) }),
	description: 'What Wazzup gets when it asks for a contact or a deal; other events never wait',
});

/** As the action node has them, for one account. */
const customerFields = accountFields.map((field): INodeProperties => ({
	...field,
	displayOptions: { show: { surface: [tech.name], ...field.displayOptions?.show } },
	...(field.name === 'accountId' && {
		description: 'Account of the customer, with or without the dash',
	}),
}));

export const properties: INodeProperties[] = [
	{
		displayName: 'Account',
		name: 'surface',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Own Account (API Key)',
				value: v3.name,
				description: 'Your own Wazzup account, whose API key you have',
			},
			{
				name: 'End Customer of a Partner',
				value: tech.name,
				description:
					'For Wazzup partners: the account of a customer, with their client token or your partner login',
			},
		],
		default: 'v3',
		description: 'Whose events start the workflow',
	},
	...customerFields,
	{
		...notice(
			'addressNotice',
			'A Wazzup account delivers to one address. Use one Wazzup Trigger per account, and pass its items on with a Switch node or sub-workflows. While you listen for a test event, the published workflow receives nothing.',
		),
		displayOptions: shownOn(v3),
	},
	...surfaces.map(eventsOf),
	{
		...notice(
			'creationNotice',
			'Wazzup asks for contacts and for deals with the same switch, so choosing one of the two brings both. A request that you did not choose is answered with a new ID as well, and does not start the workflow.',
		),
		displayOptions: shownOn(v3, { events: creationEventsOf(v3) }),
	},
	{
		...notice(
			'dealNotice',
			'As far as is known, Wazzup asks for deals only where something is subscribed to contacts as well: choose both.',
		),
		displayOptions: shownOn(tech, { events: ['crm_entities.deal_add'] }),
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
					'This node tells Wazzup the address when the workflow starts, and takes it back when it stops',
			},
			{
				name: 'Manual',
				value: 'manual',
				description:
					'You tell Wazzup the address yourself, e.g. with the Webhook resource of the Wazzup or Wazzup Client node',
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
		displayOptions: shownOn(v3, { registration: ['automatic'] }),
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
	...surfaces.map(creationReplyOf),
	{
		displayName: 'Card Link',
		name: 'cardLink',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://crm.example.com/cards/{ID}',
		displayOptions: shownOn(tech, {
			events: creationEventsOf(tech),
			creationReply: ['immediately'],
		}),
		description:
			'Address that opens the new contact or deal in your CRM. {ID} stands for its ID. Wazzup wants one in every contact and deal.',
	},
	options,
];
