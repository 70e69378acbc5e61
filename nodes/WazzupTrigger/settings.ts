import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { v3EventNames, type V3EventName } from '../../api/events/event';
import type { Subscriptions } from '../../api/v3/webhooks';
import { isObject } from '../shared/parameters';

/** How a surface registers a trigger: n8n's three webhook methods. */
export interface Lifecycle {
	checkExists(functions: IHookFunctions): Promise<boolean>;
	create(functions: IHookFunctions): Promise<boolean>;
	remove(functions: IHookFunctions): Promise<boolean>;
}

/** What a delivery is measured against. An empty list lets everything through. */
export interface Settings {
	events: readonly string[];
	simplify: boolean;
	channels: readonly string[];
	chatTypes: readonly string[];
	chats: 'all' | 'direct' | 'group';
	statuses: readonly string[];
	ignoreOwn: boolean;
	/** Whether a requested contact or deal is answered with the last node's item. */
	waitsForLastNode: boolean;
}

type Functions = IHookFunctions | IWebhookFunctions;

export const creationEvents: readonly V3EventName[] = ['contactRequested', 'dealRequested'];

/** The switch of the account that brings an event. */
const switchOf: Record<V3EventName, keyof Subscriptions> = {
	messageReceived: 'messagesAndStatuses',
	messageSent: 'messagesAndStatuses',
	messageEdited: 'messagesAndStatuses',
	messageDeleted: 'messagesAndStatuses',
	messageStatus: 'messagesAndStatuses',
	channelUpdated: 'channelsUpdates',
	templateStatus: 'templateStatus',
	contactRequested: 'contactsAndDealsCreation',
	dealRequested: 'contactsAndDealsCreation',
};

/** The switches that the chosen events need, all others off. */
export function readSubscribed(functions: Functions): Subscriptions {
	const events = readEvents(functions);
	const isOn = (name: keyof Subscriptions) =>
		v3EventNames.some((event) => events.includes(event) && switchOf[event] === name);
	return {
		messagesAndStatuses: isOn('messagesAndStatuses'),
		contactsAndDealsCreation: isOn('contactsAndDealsCreation'),
		channelsUpdates: isOn('channelsUpdates'),
		templateStatus: isOn('templateStatus'),
	};
}

/** The token of an address that a person registers; undefined where the node does it. Throws when it is empty. */
export function readManualToken(functions: Functions): string | undefined {
	if (functions.getNodeParameter('registration', 'automatic') !== 'manual') return undefined;
	const token = functions.getNodeParameter('addressToken', '');
	if (typeof token === 'string' && token.trim() !== '') return token.trim();
	throw new NodeOperationError(functions.getNode(), 'Address Token is empty', {
		description:
			'Make up a long random text, fill it in, and add it to the address that you register: ?wazzupToken=<the text>',
	});
}

export const takesOver = (functions: IHookFunctions): boolean =>
	functions.getNodeParameter('takeOver', false) === true;

export function readSettings(functions: IWebhookFunctions): Settings {
	const events = readEvents(functions);
	const value: unknown = functions.getNodeParameter('options', {});
	const options = isObject(value) ? value : {};
	const reply = functions.getNodeParameter('creationReply', 'immediately');
	const { chats } = options;
	return {
		events,
		simplify: functions.getNodeParameter('output', 'simplified') !== 'raw',
		channels: texts(options.channels),
		chatTypes: texts(options.chatTypes),
		chats: chats === 'direct' || chats === 'group' ? chats : 'all',
		statuses: texts(options.statuses),
		ignoreOwn: options.ignoreOwn === true,
		waitsForLastNode:
			reply === 'lastNode' && events.some((event) => (creationEvents as string[]).includes(event)),
	};
}

const readEvents = (functions: Functions) => texts(functions.getNodeParameter('events', []));

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.map(String).filter((text) => text !== '') : [];
