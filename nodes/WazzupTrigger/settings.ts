import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { creationEventNames } from '../../api/events/event';
import { isObject } from '../shared/parameters';
import type { EventOption, Surface, TriggerFunctions } from './surface';

/** What a delivery is measured against. An empty list lets everything through. */
export interface Settings {
	events: readonly string[];
	simplify: boolean;
	channels: readonly string[];
	chatTypes: readonly string[];
	chats: 'all' | 'direct' | 'group';
	statuses: readonly string[];
	ignoreOwn: boolean;
	/** Whether n8n waits for the workflow, unless it is told not to: a requested contact or deal is its last node's item. */
	waitsForLastNode: boolean;
	/** Address of new contacts and deals in the CRM, with `{ID}` for the id; empty where there is none. */
	cardLink: string;
	/** Id of the account, where the node names one. */
	account: string | null;
}

/** The token of an address that a person registers; undefined where the node does it. Throws when it is empty. */
export function readManualToken(functions: TriggerFunctions): string | undefined {
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

/** Whether it is "Listen for test event" that registers. */
export const isTest = (functions: IHookFunctions) => functions.getActivationMode() === 'manual';

export function readSettings(functions: IWebhookFunctions, surface: Surface): Settings {
	const value: unknown = functions.getNodeParameter('options', {});
	const options = isObject(value) ? value : {};
	const reply = functions.getNodeParameter('creationReply', 'immediately');
	const { chats } = options;
	return {
		events: readEvents(functions, surface.events),
		simplify: functions.getNodeParameter('output', 'simplified') !== 'raw',
		channels: texts(options.channels),
		chatTypes: texts(options.chatTypes),
		chats: chats === 'direct' || chats === 'group' ? chats : 'all',
		statuses: texts(options.statuses),
		ignoreOwn: options.ignoreOwn === true,
		// As the expressions of the node's webhook have it, which see all that is stored.
		waitsForLastNode:
			reply === 'lastNode' &&
			stored(functions).some((event) => (creationEventNames as readonly string[]).includes(event)),
		cardLink: String(functions.getNodeParameter('cardLink', '')).trim(),
		account: surface.accountId(functions),
	};
}

/** The chosen events, without those that a person had chosen for another surface. */
export const readEvents = (
	functions: TriggerFunctions,
	offered: readonly EventOption[],
): string[] => stored(functions).filter((event) => offered.some(({ value }) => value === event));

const stored = (functions: TriggerFunctions) => texts(functions.getNodeParameter('events', []));

const texts = (value: unknown): string[] =>
	Array.isArray(value) ? value.map(String).filter((text) => text !== '') : [];
