import {
	legacyChannelEntry,
	legacyMessageEntry,
	legacyStatusEntry,
	ofLegacyChannel,
	ofLegacyChannelList,
	ofLegacyMessage,
	ofLegacyStatus,
	withLegacyNames,
	type LegacyChannelEntry,
	type LegacyDelivery,
	type LegacyMessageEntry,
	type LegacyStatusEntry,
} from '../../../api/events/legacy';
import { Entries, type Told } from '../entries';
import { fingerprint } from '../fingerprint';
import type { Reading, ReceivedEvent } from '../received';

/** Every event of a delivery of the API of 2021 that can be read: which kinds there are, only its keys tell. */
export function normaliseLegacy(delivery: LegacyDelivery): Reading {
	const entries = new Entries(delivery);
	const events = [
		...entries.each('messages', legacyMessageEntry, ofMessage),
		...entries.each('statuses', legacyStatusEntry, ofStatus),
		...entries.each('channels', legacyChannelEntry, ofChannel),
		...channelList(delivery, entries),
	];
	return { events, unread: entries.unread };
}

function ofMessage(message: LegacyMessageEntry, raw: Record<string, unknown>): Told {
	const simplified = ofLegacyMessage(message);
	const { direction, error } = simplified;
	const event = direction === 'inbound' ? 'messageReceived' : 'messageSent';
	return {
		event,
		// As in v3: of an echo that comes again, only that the message failed says something new.
		repeatKey: [event, message.messageId, direction === 'outbound' ? error?.code : ''].join(' '),
		simplified,
		raw: withLegacyNames(raw),
	};
}

function ofStatus(change: LegacyStatusEntry, raw: Record<string, unknown>): Told {
	return {
		event: 'messageStatus',
		// Without a time, only a status that follows itself is a repeat: sent, error, sent are three changes.
		repeatKey: `messageStatus ${change.messageId}`,
		content: String(change.status),
		simplified: ofLegacyStatus(change),
		raw: withLegacyNames(raw),
	};
}

function ofChannel(channel: LegacyChannelEntry): Told {
	const { channelId, transport, plainId, state } = channel;
	return {
		event: 'channelUpdated',
		repeatKey: `channelUpdated ${channelId}`,
		content: fingerprint([transport, plainId, state]),
		simplified: ofLegacyChannel(channel),
	};
}

/** One event for the whole list. It may be empty: the last channel was removed. */
function channelList(
	{ channelsList }: LegacyDelivery,
	entries: Entries<LegacyDelivery>,
): ReceivedEvent[] {
	if (!channelsList) return [];
	const read = entries.read('channelsList', legacyChannelEntry);
	const list = read.map(({ raw }) => raw);
	return [
		{
			event: 'channelList',
			repeatKey: 'channelList',
			content: fingerprint(list),
			simplified: ofLegacyChannelList(read.map(({ entry }) => entry)),
			raw: { channelsList: list },
		},
	];
}
