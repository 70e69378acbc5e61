import type { Resource } from '../../shared/operation';
import { apiRequest } from './apiRequest';
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
	apiRequest,
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
