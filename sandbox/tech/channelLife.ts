import { randomInt, randomUUID } from 'node:crypto';
import type { World } from '../world';
import type { TechAccount, TechChannel } from './account';
import { withQuery } from './html';
import { channelPayload } from './payload';
import { codePicture } from './picture';
import { transportOf, wayOf } from './transports';

/** What may change of a channel, in whatever state it is. */
export type ChannelChange = Partial<Pick<TechChannel, 'state' | 'reason' | 'tier' | 'qr' | 'name'>>;

/** The account of a channel. */
export function ownerOf(world: World, { account }: TechChannel): TechAccount {
	const owner = world.tech.accounts.get(account);
	if (!owner) throw new Error(`Account ${account} is gone.`);
	return owner;
}

/** Changes a channel and tells the CRM and the page. A code is there only while one has to be scanned. */
export function change(world: World, channel: TechChannel, changes: ChannelChange): TechChannel {
	const before = { ...channel };
	Object.assign(channel, changes);
	if (channel.state !== 'qr') {
		delete channel.qr;
		delete channel.pairingCode;
	}
	if (channel.state === 'active') delete channel.reason;
	world.hub.emit('channel', channel);
	const { events } = ownerOf(world, channel);
	const channel_id = channel.channelId;
	if (channel.state !== before.state || changes.name !== undefined) {
		events.publish('channel.status_update', { reason: null, ...channelPayload(channel) });
	}
	if (channel.qr !== undefined && channel.qr !== before.qr) {
		events.publish('channel.qr_update', { channel_id, qr: channel.qr });
	}
	if (channel.tier !== before.tier) {
		events.publish('channel.waba_tier_update', { channel_id, tier: channel.tier });
	}
	return channel;
}

export const showCode = (world: World, channel: TechChannel) =>
	change(world, channel, { state: 'qr', qr: codePicture() });

/** The channel works from now on; it gets an address of its messenger where it has none. */
export function connect(world: World, channel: TechChannel): TechChannel {
	const number = String(randomInt(77_010_000_000, 77_099_999_999));
	const hasNumber = ['whatsapp', 'wapi', 'tgapi', 'viber', 'max'].includes(channel.transport);
	if (hasNumber) channel.phone ??= number;
	else channel.username ??= `${channel.transport.toLowerCase()}_${number.slice(-4)}`;
	channel.plainId = channel.phone ?? channel.username ?? '';
	channel.name ||= channel.plainId;
	delete channel.url;
	delete channel.password;
	const tier = channel.transport === 'wapi' ? { tier: channel.tier ?? 'TIER_250' } : {};
	return change(world, channel, { state: 'active', ...tier });
}

/** Adds a channel that does not work yet. */
export function addChannel(world: World, account: TechAccount, transport: string): TechChannel {
	const channel: TechChannel = {
		channelId: randomUUID(),
		transport: transportOf(transport)?.value ?? transport,
		plainId: '',
		state: 'init',
		name: '',
		account: account.accountId,
	};
	account.channels.set(channel.channelId, channel);
	account.events.publish('channel.create', channelPayload(channel));
	world.hub.emit('channel', channel);
	return channel;
}

/** Goes on with a new channel in its own way; what takes time comes a step later. */
export function begin(
	world: World,
	channel: TechChannel,
	credentials: Record<string, unknown>,
): TechChannel {
	const account = ownerOf(world, channel);
	const kind = transportOf(channel.transport);
	const way = kind ? wayOf(kind) : 'page';
	if (way === 'page') {
		channel.url = withQuery(`${world.techUrl}/connect`, {
			account: account.accountId,
			channel_id: channel.channelId,
		});
		return channel;
	}
	const isWrong = Object.values(credentials).some((value) => String(value).includes('wrong'));
	account.conversations.later(world.settings.statusSteps || 0, () => {
		// Deleted or changed by hand in the meantime.
		if (channel.state !== 'init' || !account.channels.has(channel.channelId)) return;
		if (way === 'code') showCode(world, channel);
		else if (isWrong)
			change(world, channel, { state: 'unauthorized', reason: 'wrong_credentials' });
		else connect(world, channel);
	});
	return channel;
}
