import type { AnyEndpoint } from '../endpoint';
import * as channels from './channels';
import * as chatWindow from './chatWindow';
import * as contacts from './contacts';
import * as deals from './deals';
import * as messages from './messages';
import * as users from './users';
import * as webhooks from './webhooks';

export * from './channels';
export * from './chatWindow';
export * from './codes';
export * from './common';
export * from './contacts';
export * from './deals';
export * from './messages';
export * from './users';
export * from './webhooks';

/** All 18 routes of the 2021 API, in the order of the index B.2. */
export const legacyEndpoints: readonly AnyEndpoint[] = [
	chatWindow.getLegacyChatWindowLink,
	messages.sendLegacyMessage,
	channels.getLegacyChannels,
	webhooks.setLegacyWebhooks,
	webhooks.getLegacyWebhooks,
	users.getLegacyUsers,
	users.getLegacyUser,
	users.upsertLegacyUsers,
	users.replaceLegacyUsers,
	users.deleteLegacyUser,
	contacts.upsertLegacyContacts,
	contacts.getLegacyContacts,
	contacts.getLegacyContact,
	contacts.deleteLegacyContact,
	deals.getLegacyDeals,
	deals.getLegacyDeal,
	deals.upsertLegacyDeals,
	deals.deleteLegacyDeal,
];
