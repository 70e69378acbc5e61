import { z } from 'zod/v4';
import { sameCode } from '../codes';
import { defineEndpoint } from '../endpoint';
import { across, replyText } from './common';

const source = 'A.8 P-WH';

/** The address to which Wazzup delivers: at most 200 characters, a query string is fine. */
export const webhooksUri = z
	.url({ protocol: /^https?$/, error: 'The address starts with http:// or https://.' })
	.max(200, 'The address has at most 200 characters.');

/** The four switches. No document says what becomes of one that PATCH leaves out, so all four are best sent. */
export interface Subscriptions {
	/** New messages and their changes of status. */
	messagesAndStatuses: boolean;
	/** Requests to create a contact or a deal. */
	contactsAndDealsCreation: boolean;
	/** States of channels. */
	channelsUpdates: boolean;
	/** Review of WABA templates. */
	templateStatus: boolean;
}

/** The template switch as the documents of PATCH call it, as live GET replies do, and as an SDK sends it (A.8). */
export const templateSwitchNames = [
	'templateStatus',
	'wabaTemplatesStatus',
	'templateStatuses',
] as const;

const switches = z.object({
	messagesAndStatuses: z.boolean(),
	contactsAndDealsCreation: z.boolean(),
	channelsUpdates: z.boolean(),
	templateStatus: z.boolean(),
});

/** A switch in a reply: live replies hold booleans, the documents print `"true"`. */
const switchReply = z.union([z.boolean(), z.string()]).nullish();

export const getWebhooks = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/webhooks',
	auth: 'apiKey',
	sidecar: true,
	reply: z.looseObject({
		webhooksUri: replyText,
		subscriptions: z
			.looseObject({
				messagesAndStatuses: switchReply,
				contactsAndDealsCreation: switchReply,
				channelsUpdates: switchReply,
				templateStatus: switchReply,
				wabaTemplatesStatus: switchReply,
				templateStatuses: switchReply,
			})
			.nullish(),
	}),
	repeat: 'safe',
	source,
});

/** One address per account: it takes the place of the earlier one. The reply is not JSON, so it is not read. */
export const setWebhooks = defineEndpoint({
	surface: 'v3',
	method: 'PATCH',
	path: '/v3/webhooks',
	auth: 'apiKey',
	sidecar: true,
	body: z
		.object({ webhooksUri: webhooksUri.optional(), subscriptions: switches.partial().optional() })
		.superRefine(
			across((body, complain) => {
				if (body.webhooksUri === undefined && body.subscriptions === undefined) {
					complain(['webhooksUri'], 'Give an address, or the events to receive, or both.');
				}
			}),
		),
	reply: z.unknown(),
	repeat: 'safe',
	source,
});

const record = z.record(z.string(), z.unknown());

/**
 * The switches in a reply of GET /v3/webhooks (or in a body of PATCH), whatever their spelling:
 * booleans or `"true"`, the template switch under any of {@link templateSwitchNames}. An absent switch is off.
 */
export function readSubscriptions(reply: unknown): Subscriptions {
	const whole = record.safeParse(reply).data ?? {};
	const flags = record.safeParse(whole.subscriptions).data ?? {};
	const isOn = (...names: string[]) =>
		names.some((name) => flags[name] === true || sameCode(String(flags[name]), 'true'));
	return {
		messagesAndStatuses: isOn('messagesAndStatuses'),
		contactsAndDealsCreation: isOn('contactsAndDealsCreation'),
		channelsUpdates: isOn('channelsUpdates'),
		templateStatus: isOn(...templateSwitchNames),
	};
}
