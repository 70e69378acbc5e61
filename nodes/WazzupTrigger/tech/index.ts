import { toAccountId } from '../../../api/tech/accounts';
import { techDelivery } from '../../../api/events/tech';
import { customerAccount, namedAccount } from '../../shared/tech/account';
import { searchChannels } from '../../shared/tech/channels';
import { readDelivery } from '../entries';
import type { Surface } from '../surface';
import { techEvents } from './events';
import { lifecycle, secret } from './lifecycle';
import { normaliseTech } from './normalise';

/** The account of a partner's end customer: a subscription for each event. */
export const tech: Surface = {
	name: 'tech',
	events: techEvents,
	entityFields: 'ID, responsible_user_id, name, uri, recipient or contacts',
	lifecycle,
	secret,
	connect: customerAccount,
	accountId: (functions) => {
		const accountId = namedAccount(functions);
		return accountId === undefined ? null : toAccountId(accountId);
	},
	read: (body) => {
		const delivery = readDelivery(techDelivery, body);
		return delivery?.event ? normaliseTech(delivery) : undefined;
	},
	channels: async (functions) => await searchChannels.call(functions),
};
