import type { AnyEndpoint } from '../endpoint';
import * as accounts from './accounts';
import * as channels from './channels';
import * as contacts from './contacts';
import * as counters from './counters';
import * as deals from './deals';
import * as links from './links';
import * as marketplaces from './marketplaces';
import * as messageExports from './messageExports';
import * as messages from './messages';
import * as oauth from './oauth';
import * as pipelines from './pipelines';
import * as settings from './settings';
import * as templates from './templates';
import * as users from './users';
import * as waba from './waba';
import * as wabaTemplates from './wabaTemplates';
import * as webhooks from './webhooks';

export * from './accounts';
export * from './channels';
export * from './common';
export * from './contacts';
export * from './counters';
export * from './deals';
export * from './links';
export * from './marketplaces';
export * from './messageExports';
export * from './messages';
export * from './oauth';
export * from './pipelines';
export * from './settings';
export * from './templates';
export * from './users';
export * from './waba';
export * from './wabaTemplates';
export * from './webhooks';

/** The routes of the partner's own account, with the partner login (the first one in a browser, without it). */
export const partnerEndpoints: readonly AnyEndpoint[] = [
	oauth.authorize,
	oauth.requestToken,
	accounts.createAccount,
	accounts.getAccount,
	accounts.raiseWabaLimit,
	marketplaces.createMarketplace,
	marketplaces.updateMarketplace,
];

/** The routes of an end customer's account, with a client token. */
export const clientEndpoints: readonly AnyEndpoint[] = [
	channels.createChannel,
	channels.getChannels,
	channels.getChannel,
	channels.deleteChannel,
	channels.reinitializeChannel,
	channels.submitPassword,
	channels.getPairingCode,
	waba.getWabaTransactions,
	waba.getWabaPricing,
	messages.sendMessage,
	messages.editMessage,
	messages.deleteMessage,
	messageExports.startMessageExport,
	messageExports.getMessageExport,
	webhooks.createWebhooks,
	webhooks.getWebhooks,
	webhooks.updateWebhooks,
	webhooks.deleteWebhooks,
	pipelines.uploadPipelines,
	pipelines.getPipelines,
	deals.createDeals,
	deals.getDeals,
	deals.getDeal,
	deals.updateDeals,
	deals.deleteDeals,
	contacts.getContacts,
	contacts.getContact,
	contacts.createContacts,
	contacts.updateContacts,
	contacts.deleteContacts,
	users.getUsers,
	users.getUser,
	users.createUsers,
	users.updateUsers,
	users.deleteUsers,
	settings.getSettings,
	settings.replaceSettings,
	counters.getUnanswered,
	counters.clearUnanswered,
	templates.createTemplate,
	templates.getTemplates,
	templates.getTemplate,
	templates.updateTemplate,
	templates.deleteTemplate,
	wabaTemplates.createWabaTemplate,
	wabaTemplates.getWabaTemplates,
	wabaTemplates.getWabaTemplate,
	wabaTemplates.updateWabaTemplate,
	wabaTemplates.deleteWabaTemplate,
	links.getChatWindowLink,
	links.getConnectLink,
];

/** All 58 routes of tech, in the order of the index 0.5. */
export const techEndpoints: readonly AnyEndpoint[] = [...partnerEndpoints, ...clientEndpoints];

/** A route whose method or path stands in no document. */
export interface UncertainRoute {
	endpoint: AnyEndpoint;
	/** `CODE(n)`: n other programs call it; `INF`: guessed by analogy. */
	mark: `CODE(${number})` | 'INF';
}

/** The routes that no document names, with what speaks for them. The first to check with a live account. */
export const uncertainRoutes: readonly UncertainRoute[] = [
	{ endpoint: webhooks.getWebhooks, mark: 'CODE(3)' },
	{ endpoint: webhooks.updateWebhooks, mark: 'CODE(1)' },
	{ endpoint: webhooks.deleteWebhooks, mark: 'CODE(1)' },
	{ endpoint: links.getConnectLink, mark: 'CODE(2)' },
	{ endpoint: wabaTemplates.updateWabaTemplate, mark: 'INF' },
	{ endpoint: wabaTemplates.deleteWabaTemplate, mark: 'INF' },
];
