import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { webhooksUri } from './webhooks';

/** Enters the partner's CRM in the marketplace (WAuth, step 1). */
export const registerInMarketplace = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/marketplace',
	auth: 'apiKey',
	body: z.object({
		crmCode: z
			.string()
			.regex(/^[A-Za-z0-9_-]+$/, 'The CRM code consists of Latin letters, digits, - and _.'),
		/** Where the client is sent; empty: Wazzup asks the client for a link. */
		authRedirectUri: z
			.union([z.url(), z.literal('')], 'The redirect address is a URL, or empty.')
			.optional(),
		/** Known to the two servers only. */
		secret: z.string().min(1),
	}),
	reply: z.unknown(),
	// crmCode is unique, and no document says what a second registration under it does.
	repeat: 'never',
	source: 'A.15 P-WAUTH',
});

/** Trades the `state` that a client brought from Wazzup for the connection (WAuth, step 3). Body and reply are known in part. */
export const confirmConnection = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/connect',
	auth: 'apiKey',
	body: z.looseObject({
		state: z.string().min(1),
		secret: z.string().min(1),
		/** Chosen by the CRM; Wazzup signs its webhooks with it. */
		crmKey: z.string().min(1).optional(),
		name: z.string().min(1).optional(),
	}),
	reply: z.unknown(),
	// A state is likely to be good for one use; a second request might void the key that the first one brought.
	repeat: 'never',
	facts: 'part',
	source: 'A.15 P-WAUTH',
});

/** Moves one client of the partner from the 2021 API to v3. */
export const migrateClient = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/migration',
	auth: 'apiKey',
	body: z.object({
		clientApiKey: z.string().min(1),
		webhooksUri: webhooksUri.optional(),
		subscriptions: z
			.object({
				messagesAndStatuses: z.boolean().optional(),
				contactsAndDealsCreation: z.boolean().optional(),
			})
			.optional(),
	}),
	reply: z.unknown(),
	// The move can't be undone, and no document says what it does to a client that has moved already.
	repeat: 'never',
	source: 'A.15 P-MIG',
});
