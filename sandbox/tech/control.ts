import { ControlError } from '../controlError';
import type { World } from '../world';
import type { TechAccount, TechChannel, WabaTemplate } from './account';
import { change, connect, type ChannelChange } from './channelLife';
import { requestCreation, type TechCreation, type TechCreationResult } from './creation';
import { setStatus } from './exports';
import { install } from './marketplaces';
import { defaultAccount } from './tech';
import type { TokenKind } from './tokens';
import {
	accountView,
	channelView,
	exportView,
	type AccountView,
	type ChannelView,
	type ExportView,
} from './views';

/** The hands of a test on the tech surface; README.md of this folder lists the verbs. */
export class TechControl {
	constructor(private readonly world: World) {}

	state() {
		const { partners, accounts, marketplaces } = this.world.tech;
		return {
			partners: [...partners],
			accounts: [...accounts.values()].map(accountView),
			marketplaces: [...marketplaces.values()],
		};
	}

	/** Throws a ControlError for an unknown one; so do all verbs that take ids. */
	account(accountId?: string): AccountView {
		return accountView(this.find(accountId));
	}

	/** `partner`: email, the first partner where it is left out; `null`: the customer registered alone. */
	createAccount({ name, partner }: { name?: string; partner?: string | null } = {}): AccountView {
		const { tech } = this.world;
		const email = partner === null ? undefined : (partner ?? tech.partners[0]?.email);
		if (email !== undefined && !tech.partners.some((known) => known.email === email)) {
			throw new ControlError(`There is no partner ${email}.`, 404);
		}
		return accountView(tech.addAccount(email, name === undefined ? {} : { name }));
	}

	/** A fresh access token. `scope`: joined by commas. */
	clientToken(accountId?: string, scope?: string): string {
		return this.world.tech.tokens.issue('access', this.grant(accountId, scope));
	}

	/** A fresh refresh token, as the partner of the account would have got it. */
	refreshToken(accountId?: string, scope?: string): string {
		return this.world.tech.tokens.issue('refresh', this.grant(accountId, scope));
	}

	/** Makes tokens unknown; gives how many. Without an account: those of all. */
	revoke({
		accountId,
		kind = 'access',
	}: { accountId?: string; kind?: TokenKind | 'all' } = {}): number {
		if (accountId !== undefined) this.find(accountId);
		return this.world.tech.tokens.revoke(
			(token) =>
				(kind === 'all' || token.kind === kind) &&
				(accountId === undefined || token.account === accountId),
		);
	}

	changeChannel(channelId: string, changes: ChannelChange): ChannelView {
		const known = Object.entries(changes).filter(([, value]) => value !== undefined);
		return channelView(change(this.world, this.channel(channelId), Object.fromEntries(known)));
	}

	/** The person scans the code. With a password the messenger asks for it: POST …/auth/2fa has to bring the same. */
	scan(channelId: string, { password }: { password?: string } = {}): ChannelView {
		const channel = this.channel(channelId, 'qr');
		if (password === undefined) return channelView(connect(this.world, channel));
		channel.password = password;
		return channelView(change(this.world, channel, { state: 'waitForPassword' }));
	}

	/** The person types the code of POST …/pairing-code into the phone. */
	pair(channelId: string, code?: string): ChannelView {
		const channel = this.channel(channelId, 'qr');
		if (channel.pairingCode === undefined) {
			throw new ControlError('Nobody has asked for a pairing code of this channel.');
		}
		if (code !== undefined && code !== channel.pairingCode) {
			throw new ControlError('The pairing code is another one.');
		}
		return channelView(connect(this.world, channel));
	}

	/** Nobody scanned the code in time. */
	expire(channelId: string): ChannelView {
		return channelView(change(this.world, this.channel(channelId, 'qr'), { state: 'qridle' }));
	}

	/** Meta's verdict on a WABA template: delivers `waba_template.status_update`. */
	moderate(templateId: string, status: string, reason: string | null = null): WabaTemplate {
		for (const { wabaTemplates, events } of this.world.tech.accounts.values()) {
			const template = wabaTemplates.get(templateId);
			if (!template) continue;
			Object.assign(template, { status, reason });
			events.publish('waba_template.status_update', {
				template_id: templateId,
				title: template.title,
				status,
				reason,
			});
			return template;
		}
		throw new ControlError(`There is no template ${templateId}.`, 404);
	}

	/** Puts an export into a status and keeps it there. */
	changeExport(exportId: string, status: string): ExportView {
		for (const account of this.world.tech.accounts.values()) {
			const each = account.exports.get(exportId);
			if (!each) continue;
			each.isFixed = true;
			setStatus(this.world, account, each, status);
			return exportView(each);
		}
		throw new ControlError(`There is no export ${exportId}.`, 404);
	}

	/** Asks the CRM for a contact or a deal, and stores what it answers. */
	async requestCreation(request: TechCreation): Promise<TechCreationResult> {
		return await requestCreation(this.find(request.accountId), request);
	}

	/** Delivers an event with any items; gives to how many subscriptions it goes. */
	publish({
		accountId,
		event,
		data,
	}: {
		accountId?: string;
		event: string;
		data: unknown[];
	}): number {
		return this.find(accountId).events.send(event, data);
	}

	/** Somebody else removes a subscription. */
	removeWebhook(id: string): void {
		const accounts = [...this.world.tech.accounts.values()];
		const isGone = accounts.some(({ events }) => events.subscriptions.delete(id));
		if (!isGone) throw new ControlError(`There is no subscription ${id}.`, 404);
	}

	/** A customer connects an integration in the marketplace: where the browser is sent. */
	install(crmCode: string, accountId?: string): string {
		const url = install(this.world, crmCode, accountId);
		if (url === undefined) {
			throw new ControlError(`There is no integration ${crmCode}, or no such account.`, 404);
		}
		return url;
	}

	private grant(accountId?: string, scope = 'transport,crm') {
		const { accountId: account, partner } = this.find(accountId);
		return { account, partner, scopes: scope.split(',') };
	}

	private find(accountId = defaultAccount): TechAccount {
		const account = this.world.tech.accounts.get(accountId);
		if (!account) throw new ControlError(`There is no account ${accountId}.`, 404);
		return account;
	}

	private channel(channelId: string, state?: string): TechChannel {
		for (const { channels } of this.world.tech.accounts.values()) {
			const channel = channels.get(channelId);
			if (!channel) continue;
			if (state !== undefined && channel.state !== state) {
				throw new ControlError(`The channel is ${channel.state}, not ${state}.`);
			}
			return channel;
		}
		throw new ControlError(`There is no channel ${channelId}.`, 404);
	}
}
