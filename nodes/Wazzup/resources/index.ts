import { apiRequestTo } from '../../shared/apiRequest';
import type { Resource } from '../../shared/operation';
import { channel } from './channel';
import { chatWindow } from './chatWindow';
import { contact } from './contact';
import { deal } from './deal';
import { funnel } from './funnel';
import { integration } from './integration';
import { message } from './message';
import { user } from './user';
import { wabaTemplate } from './wabaTemplate';
import { webhook } from './webhook';

/** What the Wazzup node can do; the node, the catalogue, the previews and the README follow from this list. */
export const resources: readonly Resource[] = [
	apiRequestTo({
		surface: 'v3',
		auth: 'apiKey',
		prefix: '/v3/',
		example: '/v3/channels',
		pageSize: 100,
		takesLimit: false,
		source: 'A.1',
	}),
	channel,
	chatWindow,
	contact,
	deal,
	funnel,
	integration,
	message,
	user,
	wabaTemplate,
	webhook,
];
