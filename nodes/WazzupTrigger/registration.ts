import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { readSubscriptions, type Subscriptions } from '../../api/v3/webhooks';
import { isObject } from '../shared/parameters';

/** An address and what it receives. */
export interface Target {
	uri: string;
	subscriptions: Subscriptions;
}

/** What a trigger has set in the account; kept in the static data of the node for the day it is taken back. */
export interface Registration {
	/** Left out of what was stored when there was v3 only. */
	surface: 'v3';
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
	surface: Registration['surface'],
): Registration | undefined {
	const stored: unknown = functions.getWorkflowStaticData('node').registration;
	if (!isObject(stored)) return undefined;
	const { uri, token, earlier, isTest } = stored;
	if ((stored.surface ?? 'v3') !== surface) return undefined;
	if (typeof uri !== 'string' || typeof token !== 'string') return undefined;
	return {
		surface,
		uri,
		token,
		isTest: isTest === true,
		...(isTarget(earlier) && { earlier: readTarget(earlier) }),
	};
}

export function storeRegistration(functions: IHookFunctions, registration: Registration): void {
	const { surface, uri, token, earlier, isTest } = registration;
	functions.getWorkflowStaticData('node').registration = {
		surface,
		uri,
		token,
		...(isTest && { isTest }),
		...(earlier && { earlier: { uri: earlier.uri, subscriptions: { ...earlier.subscriptions } } }),
	};
}

export function forgetRegistration(functions: IHookFunctions): void {
	delete functions.getWorkflowStaticData('node').registration;
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
