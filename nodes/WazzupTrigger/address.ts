import { createHash, createHmac, timingSafeEqual } from 'crypto';
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import type { Subscriptions } from '../../api/v3/webhooks';
import type { Surface, TriggerFunctions } from './surface';

/** Name of the query parameter that carries the token of an address. */
export const TOKEN_PARAMETER = 'wazzupToken';

/** The address at which a trigger node receives. */
export interface OwnAddress {
	/** With the token, as Wazzup gets it. */
	uri: string;
	token: string;
	/** What the test and the production address of the node have in common: the end of their paths. */
	nodePath: string;
}

/**
 * The end of the path that belongs to the node: `<webhookId>/webhook`, or one part more where a node has no webhook id.
 * What stands before it tells the test address from the production address.
 */
export function nodePathOf(functions: TriggerFunctions): string {
	const parts = new URL(receivingUrl(functions)).pathname.split('/');
	return parts.slice(functions.getNode().webhookId ? -2 : -3).join('/');
}

/**
 * The token that a delivery to this node has to carry, made from the secret of the credential: it can be checked before
 * anything is stored, and nobody without the secret can make one.
 */
export async function derivedToken(
	functions: TriggerFunctions,
	{ secret }: Pick<Surface, 'secret'>,
): Promise<string> {
	// 128 bits: as many as an address of at most 200 characters leaves room for.
	return createHmac('sha256', String(await secret(functions)))
		.update(nodePathOf(functions))
		.digest('hex')
		.slice(0, 32);
}

/** The address to register. */
export async function ownAddress(
	functions: IHookFunctions,
	surface: Pick<Surface, 'secret'>,
): Promise<OwnAddress> {
	const token = await derivedToken(functions, surface);
	const uri = `${receivingUrl(functions)}?${TOKEN_PARAMETER}=${token}`;
	return { uri, token, nodePath: nodePathOf(functions) };
}

function receivingUrl(functions: TriggerFunctions): string {
	const url = functions.getNodeWebhookUrl('default');
	if (url !== undefined && URL.canParse(url)) return url;
	throw new NodeOperationError(functions.getNode(), 'n8n gives this node no webhook address', {
		description: 'Check WEBHOOK_URL in the settings of this n8n: it has to be a full web address.',
	});
}

/** Whether an address belongs to the same node, be it the test or the production one. */
export function isOfSameNode(uri: string, own: Pick<OwnAddress, 'uri' | 'nodePath'>): boolean {
	if (!URL.canParse(uri)) return false;
	const { origin, pathname } = new URL(uri);
	return origin === new URL(own.uri).origin && pathname.endsWith(`/${own.nodePath}`);
}

/** Whether two addresses differ in nothing but their query, and with it their token. */
export function isSamePlace(one: string, other: string): boolean {
	return withoutQuery(one) === withoutQuery(other);
}

/** Whether a trigger of this pack was here and is gone: its address stays, with every switch off, since v3 deletes none. */
export function isLeftBehind(uri: string, subscriptions: Subscriptions): boolean {
	const isOurs = URL.canParse(uri) && new URL(uri).searchParams.has(TOKEN_PARAMETER);
	return isOurs && !Object.values(subscriptions).some(Boolean);
}

/** An address as a person may see it: the query can hold somebody's secret, and so can a login before the host. */
export function withoutQuery(uri: string): string {
	return (uri.split(/[?#]/)[0] ?? '').replace(/^(\w+:\/\/)[^/]*@/, '$1');
}

/** Compares tokens in a time that does not tell how much of them fits. */
export function isToken(given: unknown, expected: string | undefined): boolean {
	if (typeof given !== 'string' || !expected) return false;
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
