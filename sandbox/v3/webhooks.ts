import { getWebhooks, readSubscriptions, setWebhooks } from '../../api/v3/webhooks';
import type { Webhooks } from '../state';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';
import { refused } from './answer';

const uriLimit = 200;

function isAddress(uri: unknown): uri is string {
	if (typeof uri !== 'string' || uri.length > uriLimit || !URL.canParse(uri)) return false;
	return ['http:', 'https:'].includes(new URL(uri).protocol);
}

/** Posts `{ "test": true }`, and refuses an address that does not answer 200. */
async function test(world: World, uri: string): Promise<void> {
	const { status, error } = await world.webhook.post('test', uri, { test: true });
	if (status === 200) return;
	throw refused(
		'testPostNotPassed',
		`The test POST has to be answered with 200${error ? `: ${error}` : ''}.`,
		status,
	);
}

/** Sets address and switches as PATCH /v3/webhooks does; what is left out stays. Throws uriNotValid and testPostNotPassed. */
export async function subscribe(world: World, body: unknown): Promise<void> {
	const given = body && typeof body === 'object' ? body : {};
	const uri = 'webhooksUri' in given ? given.webhooksUri : undefined;
	const flags = 'subscriptions' in given ? given.subscriptions : undefined;
	if (uri !== undefined && !isAddress(uri)) {
		throw refused('uriNotValid', 'The webhooks URI is not valid.');
	}
	const isObject = flags !== null && typeof flags === 'object';
	const values = isObject ? Object.values(flags) : [];
	const wrong = flags !== undefined && !isObject;
	if (wrong || values.some((flag) => typeof flag !== 'boolean')) {
		throw refused('VALIDATION_ERROR', 'A subscription is true or false.', {
			fields: ['subscriptions'],
		});
	}
	if (uri === undefined && flags === undefined) {
		throw refused('uriNotValid', 'Neither an address nor subscriptions are given.');
	}
	if (uri !== undefined) await test(world, uri);
	const { webhooks } = world.state;
	if (uri !== undefined) webhooks.webhooksUri = uri;
	webhooks.subscriptions = merged(webhooks, flags);
}

function merged(webhooks: Webhooks, flags: unknown): Webhooks['subscriptions'] {
	const names = Object.keys(flags ?? {});
	const asked = readSubscriptions({ subscriptions: flags });
	const isGiven = (pattern: RegExp) => names.some((name) => pattern.test(name));
	const before = webhooks.subscriptions;
	const next = (name: keyof Webhooks['subscriptions'], pattern: RegExp) =>
		isGiven(pattern) ? asked[name] : before[name];
	return {
		messagesAndStatuses: next('messagesAndStatuses', /^messagesAndStatuses$/),
		contactsAndDealsCreation: next('contactsAndDealsCreation', /^contactsAndDealsCreation$/),
		channelsUpdates: next('channelsUpdates', /^channelsUpdates$/),
		// Under the name of the documents, or the one of live replies and clients (A.8).
		templateStatus: next(
			'templateStatus',
			/^(templateStatus|templateStatuses|wabaTemplatesStatus)$/,
		),
	};
}

async function set(call: Call): Promise<Answer> {
	await subscribe(call.world, call.body);
	// Sic: the documents print this, and it is not JSON.
	return { status: 200, body: '{ ok }' };
}

function get(call: Call): Answer {
	const { webhooksUri, subscriptions } = call.world.state.webhooks;
	const { templateStatus, ...others } = subscriptions;
	return {
		status: 200,
		body: { webhooksUri, subscriptions: { ...others, wabaTemplatesStatus: templateStatus } },
	};
}

export const webhookRoutes: Route[] = [
	{ endpoint: getWebhooks, answer: get },
	{ endpoint: setWebhooks, answer: set },
];
