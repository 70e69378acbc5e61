import { z } from 'zod/v4';
import { explainCode } from '../errors';
import { legacyAuthorName, legacyStatusOf, legacyTypeName } from '../legacy/codes';
import { sameCode } from '../codes';
import { toEvent, type DetailedEvent, type WazzupEvent } from './event';
import { id, ifFit, instagramPost, isoTime, text } from './tolerant';

/** A number of B.8; one table of the document types it as a text, so both are read. `legacyStatusOf` and the like know it. */
const code = ifFit(z.union([z.number(), z.string()]));

/** A message, in or out (B.8). `status` is 99 and `authorType` 99 for the customer's own. */
export const legacyMessageEntry = z.looseObject({
	messageId: id,
	channelId: text,
	/** Also `whatsgroup`. */
	chatType: text,
	/** Of a WhatsApp group: the phone number and the 10 digits of the group, `79124698489-1611143663`. */
	chatId: text,
	/** Milliseconds. */
	dateTime: text,
	type: code,
	status: code,
	text,
	/** Link to the file. */
	content: text,
	authorType: code,
	/** The sender's name, where WhatsApp has one. */
	authorName: text,
	instPost: ifFit(instagramPost),
	imageSrc: text,
	previewSrc: text,
});

/** A message's change of status (B.8). It names no channel, no chat and no time. */
export const legacyStatusEntry = z.looseObject({ messageId: id, status: code });

/** A channel, in the news of one (`channels`) as in the new list of all (`channelsList`). */
export const legacyChannelEntry = z.looseObject({
	channelId: id,
	transport: text,
	plainId: text,
	state: text,
});

const entries = z.array(z.unknown()).nullish();

/**
 * What Wazzup posts to the address: any of the four lists, several in one delivery. A client has seen three empty ones,
 * probably the test of a new address (B.7); v3 tests with `test`.
 * Each entry is read by the contract of its kind, so that one that does not fit takes none of the others with it.
 */
export const legacyDelivery = z.looseObject({
	test: z.unknown().optional(),
	/** Each a `legacyMessageEntry`. */
	messages: entries,
	/** Each a `legacyStatusEntry`. */
	statuses: entries,
	/** Each a `legacyChannelEntry` whose state changed. */
	channels: entries,
	/** Each a `legacyChannelEntry`; together all channels of the integration. */
	channelsList: entries,
});

export type LegacyMessageEntry = z.infer<typeof legacyMessageEntry>;
export type LegacyStatusEntry = z.infer<typeof legacyStatusEntry>;
export type LegacyChannelEntry = z.infer<typeof legacyChannelEntry>;
export type LegacyDelivery = z.infer<typeof legacyDelivery>;

type Code = LegacyMessageEntry['status'];

/** The word for a number, the number itself (as text) for one that the document does not have, null for none. */
const word = (known: string | undefined, number: Code) =>
	known ?? (number === null || number === undefined ? null : String(number));

/** Why a message did not arrive, under the code that v3 has for the same reason; null where nothing went wrong. */
function errorOf(status: Code): WazzupEvent['error'] {
	const reason = legacyStatusOf(status)?.error;
	return reason === undefined ? null : { code: reason, message: explainCode(reason)?.what ?? null };
}

/** Whether the customer wrote it: either number says so, and a message of the account has neither. */
const isInbound = ({ status, authorType }: LegacyMessageEntry) =>
	sameCode(legacyStatusOf(status)?.name, 'inbound') ||
	legacyAuthorName(authorType) === legacyAuthorName(99);

/** `messageReceived` or `messageSent`: the fields of every surface, numbers as words. */
export function ofLegacyMessage(message: LegacyMessageEntry): DetailedEvent {
	const { messageId, type, status, content, authorName } = message;
	const inbound = isInbound(message);
	const name = inbound ? (authorName ?? null) : null;
	return toEvent(inbound ? 'messageReceived' : 'messageSent', {
		messageId,
		channelId: message.channelId ?? null,
		chatType: message.chatType ?? null,
		chatId: message.chatId ?? null,
		direction: inbound ? 'inbound' : 'outbound',
		type: word(legacyTypeName(type), type),
		text: message.text ?? null,
		file: content ? { url: content, name: null, mimeType: null, size: null } : null,
		status: word(legacyStatusOf(status)?.name, status),
		error: errorOf(status),
		contact: name === null ? null : { name, phone: null, username: null, avatarUrl: null },
		timestamp: isoTime(message.dateTime),
	});
}

/** `messageStatus`. The delivery does not say when. */
export function ofLegacyStatus({ messageId, status }: LegacyStatusEntry): DetailedEvent {
	return toEvent('messageStatus', {
		messageId,
		status: word(legacyStatusOf(status)?.name, status),
		error: errorOf(status),
	});
}

/** `channelUpdated`: the new state is in `status`. */
export function ofLegacyChannel({ channelId, state }: LegacyChannelEntry): DetailedEvent {
	return toEvent('channelUpdated', { channelId, status: state ?? null });
}

/** `channelList`: one event for the whole list, since it is the list that changed. */
export function ofLegacyChannelList(channels: readonly LegacyChannelEntry[]): DetailedEvent {
	return {
		...toEvent('channelList', {}),
		channels: channels.map(({ channelId, transport, plainId, state }) => ({
			channelId,
			transport: transport ?? null,
			plainId: plainId ?? null,
			state: state ?? null,
		})),
	};
}

/** An entry as Wazzup sent it, with the names of its numbers beside them: `typeName`, `statusName`, `authorTypeName`. */
export function withLegacyNames(entry: Record<string, unknown>): Record<string, unknown> {
	const names = {
		typeName: legacyTypeName(entry.type),
		statusName: legacyStatusOf(entry.status)?.name,
		authorTypeName: legacyAuthorName(entry.authorType),
	};
	const known = Object.entries(names).filter(([, name]) => name !== undefined);
	return { ...entry, ...Object.fromEntries(known) };
}
