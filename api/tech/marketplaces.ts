import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { acknowledged, exactly, given, partner } from './common';

const source = 'tech 7 SEED 000';

/** Enters the partner's CRM in the marketplace. Name and logo follow with {@link updateMarketplace}. */
export const createMarketplace = defineEndpoint({
	...partner,
	method: 'POST',
	path: '/v2/marketplaces',
	body: exactly({
		/** Unique within Wazzup. */
		crm_code: z
			.string()
			.regex(
				/^[A-Za-z0-9_-]+$/,
				'The CRM code consists of Latin letters, digits, hyphens and underscores.',
			),
		/** Where a customer is sent to confirm, with `code` and `state`. */
		auth_redirect_uri: z.url('The redirect address is not a valid URL.'),
		/** Confirms an installation; known to the two servers only. */
		secret: given,
	}),
	reply: acknowledged,
	// crm_code is unique, and no document says what a second creation under it does.
	repeat: 'never',
	source,
});

/** Changes name and logo, and hands the entry in for moderation. */
export const updateMarketplace = defineEndpoint({
	...partner,
	method: 'PATCH',
	path: '/v2/marketplaces',
	body: exactly({
		// The page allows letters, digits and hyphens, and its own example has spaces: the length alone is checked.
		crm_name: given.max(50, 'The name of the CRM has at most 50 characters.'),
		/** An SVG with a transparent or white background, in base64. */
		logo: exactly({ name: given, content: given }),
	}),
	reply: acknowledged,
	repeat: 'safe',
	source,
});
