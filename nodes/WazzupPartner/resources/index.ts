import { apiRequestTo } from '../../shared/apiRequest';
import type { Resource } from '../../shared/operation';
import { account } from './account';
import { marketplace } from './marketplace';
import { token } from './token';

/** What the Wazzup Partner node can do; the node, the catalogue, the previews and the README follow from this list. */
export const resources: readonly Resource[] = [
	account,
	apiRequestTo({
		surface: 'tech',
		auth: 'partnerLogin',
		prefix: '/v2/',
		example: '/v2/accounts/12345678',
		// No list of a partner's own is known.
		pageSize: Infinity,
		takesLimit: false,
		source: 'tech 1',
	}),
	marketplace,
	token,
];
