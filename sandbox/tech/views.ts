import type { MessageExport, TechAccount, TechChannel } from './account';
import { statusOf } from './payload';

/** What the control API shows of accounts; README.md describes it. */

export interface ExportView {
	exportId: string;
	from: string;
	to: string;
	status: string;
	url?: string;
}

export const exportView = ({ exportId, from, to, status, url }: MessageExport): ExportView => ({
	exportId,
	from,
	to,
	status,
	...(url !== undefined && { url }),
});

export type ChannelView = TechChannel & { status: string };

export const channelView = (channel: TechChannel): ChannelView => ({
	...channel,
	status: statusOf(channel),
});

export function accountView(account: TechAccount) {
	const { accountId, card, partner, wabaLimit, wabaSpent, settings } = account;
	return {
		accountId,
		...card,
		partner,
		wabaLimit,
		wabaSpent,
		channels: [...account.channels.values()].map(channelView),
		contacts: [...account.contacts.values()],
		deals: [...account.deals.values()],
		users: [...account.users.values()],
		pipelines: [...account.pipelines.values()],
		settings,
		templates: [...account.templates.values()],
		wabaTemplates: [...account.wabaTemplates.values()],
		webhooks: [...account.events.subscriptions.values()],
		exports: [...account.exports.values()].map(exportView),
	};
}

export type AccountView = ReturnType<typeof accountView>;
