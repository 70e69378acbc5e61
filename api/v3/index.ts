import type { AnyEndpoint } from '../endpoint';
import * as channels from './channels';
import * as chatWindow from './chatWindow';
import * as contacts from './contacts';
import * as deals from './deals';
import * as integrations from './integrations';
import * as messages from './messages';
import * as pipelines from './pipelines';
import * as templates from './templates';
import * as unanswered from './unanswered';
import * as users from './users';
import * as webhooks from './webhooks';

export * from './channels';
export * from './chatWindow';
export * from './common';
export * from './contacts';
export * from './deals';
export * from './integrations';
export * from './messages';
export * from './pipelines';
export * from './templates';
export * from './unanswered';
export * from './users';
export * from './webhooks';

/** All 29 routes of v3, in the order of the index A.2. */
export const v3Endpoints: readonly AnyEndpoint[] = [
	channels.getChannels,
	messages.sendMessage,
	messages.editMessage,
	messages.deleteMessage,
	webhooks.getWebhooks,
	webhooks.setWebhooks,
	users.getUsers,
	users.getUser,
	users.upsertUsers,
	users.deleteUser,
	users.deleteUsers,
	contacts.getContacts,
	contacts.getContact,
	contacts.upsertContacts,
	contacts.deleteContact,
	contacts.deleteContacts,
	deals.getDeals,
	deals.getDeal,
	deals.upsertDeals,
	deals.deleteDeal,
	deals.deleteDeals,
	pipelines.uploadPipelines,
	pipelines.getPipelines,
	chatWindow.getChatWindowLink,
	unanswered.getUnanswered,
	templates.getWabaTemplates,
	integrations.registerInMarketplace,
	integrations.confirmConnection,
	integrations.migrateClient,
];
