import { apiRequestTo } from '../../shared/apiRequest';
import type { Resource } from '../../shared/operation';
import { channel } from './channel';
import { chatWindow } from './chatWindow';
import { contact } from './contact';
import { counter } from './counter';
import { deal } from './deal';
import { funnel } from './funnel';
import { message } from './message';
import { settings } from './settings';
import { template } from './template';
import { user } from './user';
import { waba } from './waba';
import { wabaTemplate } from './wabaTemplate';
import { webhook } from './webhook';

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
	chatWindow,
	contact,
	counter,
	deal,
	funnel,
	message,
	settings,
	template,
	user,
	waba,
	wabaTemplate,
	webhook,
];
