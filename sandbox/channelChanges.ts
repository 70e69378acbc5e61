import { randomUUID } from 'node:crypto';
import { carriedBy } from './chatTypes';
import { ControlError } from './controlError';
import { channelPayload } from './legacy/payload';
import type { Channel } from './shapes';
import type { World } from './world';

/** A channel that is about to be connected. */
export interface NewChannel {
	transport: string;
	/** Phone number, username or id in the messenger. */
	plainId: string;
	name?: string;
}

export interface ChannelChange {
	state?: string;
	qr?: string;
	tier?: string;
}

/** Changes a channel of the v3 account. Delivers `channelsUpdates` (A.9.4) and `channels` (B.8). */
export function changeChannel(
	{ hub, webhook, legacyMail, clock }: World,
	channel: Channel,
	{ state, qr, tier }: ChannelChange,
): Channel {
	if (state !== undefined) channel.state = state;
	if (tier !== undefined) channel.tier = tier;
	if (channel.state !== 'qr') delete channel.qr;
	else if (qr !== undefined) channel.qr = qr;
	hub.emit('channel', channel);
	const update = {
		channelId: channel.channelId,
		state: channel.state,
		tier,
		qr: channel.qr,
		timestamp: clock.now(),
	};
	void webhook.deliver('channelsUpdates', { channelsUpdates: [update] }, 'channelsUpdates');
	legacyMail.add('channels', channelPayload(channel));
	return channel;
}

/** Adds a channel to the integration. Delivers `channelsList` (B.8); v3 has no event for it. */
export function addChannel(
	world: World,
	{ transport, plainId, name = plainId }: NewChannel,
): Channel {
	if (!carriedBy(transport)) throw new ControlError(`There is no transport ${transport}.`);
	const channel = { channelId: randomUUID(), transport, plainId, name, state: 'active' };
	world.state.channels.set(channel.channelId, channel);
	world.hub.emit('channel', channel);
	tellChannels(world);
	return channel;
}

/** Takes a channel out of the integration; its chats stay. Delivers `channelsList` (B.8); v3 has no event for it. */
export function removeChannel(world: World, channelId: string): void {
	const channel = world.state.channels.get(channelId);
	if (!channel) throw new ControlError(`There is no channel ${channelId}.`, 404);
	world.state.channels.delete(channelId);
	world.hub.emit('channel', { ...channel, state: 'disabled' });
	tellChannels(world);
}

function tellChannels({ state, legacyMail }: World): void {
	legacyMail.list([...state.channels.values()].map(channelPayload));
}
