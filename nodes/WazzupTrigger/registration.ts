import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readSubscriptions, type Subscriptions } from '../../api/v3/webhooks';
import { isObject } from '../shared/parameters';

/** An address and what it receives. */
export interface Target {
	uri: string;
	subscriptions: Subscriptions;
}

/** Surfaces on which an account has one address. */
export type AddressSurface = 'v3' | 'legacy';

/** Names in the static data of a node, which may have something to take back on either. */
const storedAs = { v3: 'registration', legacy: 'legacyRegistration' } as const;

/** What a trigger has set in the account; kept in the static data of the node for the day it is taken back. */
export interface Registration {
	uri: string;
	token: string;
	/** What the account had before, to be put back. */
	earlier?: Target;
	/** Whether it was set for "Listen for test event". */
	isTest?: boolean;
}

/** What the node registered last on this surface; n8n gives a test run static data of its own. */
export function readRegistration(
	functions: IHookFunctions | IWebhookFunctions,
	surface: AddressSurface,
): Registration | undefined {
	const stored: unknown = functions.getWorkflowStaticData('node')[storedAs[surface]];
	if (!isObject(stored)) return undefined;
	const { uri, token, earlier, isTest } = stored;
	if (typeof uri !== 'string' || typeof token !== 'string') return undefined;
	return {
		uri,
		token,
		isTest: isTest === true,
		...(isTarget(earlier) && { earlier: readTarget(earlier) }),
	};
}

export function storeRegistration(
	functions: IHookFunctions,
	surface: AddressSurface,
	registration: Registration,
): void {
	const { uri, token, earlier, isTest } = registration;
	functions.getWorkflowStaticData('node')[storedAs[surface]] = {
		uri,
		token,
		...(isTest && { isTest }),
		...(earlier && { earlier: { uri: earlier.uri, subscriptions: { ...earlier.subscriptions } } }),
	};
}

export function forgetRegistration(functions: IHookFunctions, surface: AddressSurface): void {
	Reflect.deleteProperty(functions.getWorkflowStaticData('node'), storedAs[surface]);
}

const isTarget = (value: unknown): value is { uri: string } =>
	isObject(value) && typeof value.uri === 'string';

const readTarget = (stored: { uri: string }): Target => ({
	uri: stored.uri,
	subscriptions: readSubscriptions(stored),
});

/**
 * What the node has to put back once its last registration of this process ends, by account and node; undefined where
 * there is nothing. A second "Listen for test event" starts with empty static data while the first still holds the
 * address, and a workflow can be unpublished while its test holds it: neither would find the earlier address otherwise.
 */
const earlierTargets = new Map<string, Target | undefined>();

const keyOf = (account: string, nodePath: string) => `${account} ${nodePath}`;

export function rememberEarlier(account: string, nodePath: string, earlier?: Target): void {
	earlierTargets.set(keyOf(account, nodePath), earlier);
}

export function forgetEarlier(account: string, nodePath: string): void {
	earlierTargets.delete(keyOf(account, nodePath));
}

export const recallEarlier = (account: string, nodePath: string): Target | undefined =>
	earlierTargets.get(keyOf(account, nodePath));

/** Whether this process knows what to put back, be it nothing. */
export const knowsEarlier = (account: string, nodePath: string): boolean =>
	earlierTargets.has(keyOf(account, nodePath));
