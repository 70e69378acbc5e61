import { apiRequestTo } from '../../shared/apiRequest';
import type { Resource } from '../../shared/operation';
import { channel } from './channel';

/** What the Wazzup Client node can do; the node, the catalogue, the previews and the README follow from this list. */
export const resources: readonly Resource[] = [
	apiRequestTo({
		surface: 'tech',
		auth: 'clientToken',
		prefix: '/v2/',
		example: '/v2/channels',
		// No document tells how long a page of any list is, so lists are read as one.
		pageSize: Infinity,
		takesLimit: false,
		source: 'tech 1',
	}),
	channel,
];
