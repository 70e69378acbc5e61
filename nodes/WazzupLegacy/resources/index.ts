import { apiRequestTo } from '../../shared/apiRequest';
import type { Resource } from '../../shared/operation';
import { channel } from './channel';
import { chatWindow } from './chatWindow';
import { contact } from './contact';
import { deal } from './deal';
import { message } from './message';
import { user } from './user';
import { webhook } from './webhook';

/** What the Wazzup Legacy node can do; the node, the catalogue, the previews and the README follow from this list. */
export const resources: readonly Resource[] = [
	apiRequestTo({
		surface: 'legacy',
		auth: 'rawApiKey',
		prefix: '/v2/',
		example: '/v2/channels',
		pageSize: 100,
		takesLimit: false,
		source: 'B.1',
	}),
	channel,
	chatWindow,
	contact,
	deal,
	message,
	user,
	webhook,
];
