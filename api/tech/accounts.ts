import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import {
	acknowledged,
	enveloped,
	exactly,
	given,
	presumed,
	partner,
	replyId,
	text,
} from './common';

/** The id of an end customer's account as it is sent: digits only. */
export const accountId = z
	.string()
	.regex(/^\d+$/, 'The account ID consists of digits only, like 12345678.');

/** `1234-5678`, as the cabinet shows an account, as `12345678`; a number as text. */
export const toAccountId = (shown: string | number): string => String(shown).replace(/\D/g, '');

const account = z.object({ account_id: accountId });

/** Languages, currencies and countries of the English page and of the Russian one together. */
export const accountLanguages = ['en', 'es', 'pt', 'ru'] as const;
export const accountCurrencies = ['EUR', 'USD', 'KZT', 'RUR'] as const;
export const accountCountries = ['US', 'EU', 'KZ', 'RU'] as const;

/** Creates an end customer's account (White Label). The partner's name for it has at least 3 characters. */
export const createAccount = defineEndpoint({
	...partner,
	method: 'POST',
	path: '/v2/accounts',
	body: exactly({
		name: z.string().min(3, 'The name of an account has at least 3 characters.'),
		lang: z.enum(accountLanguages),
		currency: z.enum(accountCurrencies),
		country: z.enum(accountCountries),
		/** Hours from UTC. */
		timezone: z
			.number()
			.min(-12, 'The time zone is the difference to UTC in hours: -12 to 14.')
			.max(14, 'The time zone is the difference to UTC in hours: -12 to 14.'),
	}),
	reply: enveloped(z.looseObject({ account: z.looseObject({ account_id: replyId, name: text }) })),
	// The second request would create a second account.
	repeat: 'never',
	source: 'tech 3 PAGE(accounts)',
});

/** What `expand` adds to an account: who was billed last, its channels, its subscriptions. */
export const accountExpansions = ['billing', 'channels', 'subscriptions'] as const;

/** The reply is in no document. Nor is how several values of `expand` are given: one at a time is sure. */
export const getAccount = defineEndpoint({
	...partner,
	method: 'GET',
	path: '/v2/accounts/{account_id}',
	params: account,
	query: z.looseObject({ expand: given.optional() }),
	reply: presumed(enveloped(z.looseObject({}))),
	repeat: 'safe',
	facts: 'part',
	source: 'tech 3 PAGE(accounts)',
});

/** Raises the account's limit for WABA spending by `value`, in the account's currency. */
export const raiseWabaLimit = defineEndpoint({
	...partner,
	method: 'POST',
	path: '/v2/accounts/{account_id}/waba-balance',
	params: account,
	body: exactly({ value: z.int('The amount is a whole number.') }),
	reply: acknowledged,
	// The second request would raise it a second time.
	repeat: 'never',
	source: 'tech 10 PAGE(waba-balance)',
});
