import type { z } from 'zod/v4';
import { sameCode } from '../../../api/codes';
import { toEvent, type V3EventName } from '../../../api/events/event';
import {
	v3ChannelUpdate,
	v3CreateContact,
	v3CreateDeal,
	v3Message,
	v3Status,
	v3TemplateStatus,
	type V3ChannelUpdate,
	type V3CreateContact,
	type V3CreateDeal,
	type V3Delivery,
	type V3Message,
	type V3Status,
	type V3TemplateStatus,
} from '../../../api/events/v3';
import { isoTime } from '../../../api/events/tolerant';
import { isObject } from '../../shared/parameters';
import { fingerprint } from '../fingerprint';
import type { Reading, ReceivedEvent } from '../received';
import { errorOf } from '../words';
import { askedContact, askedDeal } from './requests';

/** An event without the entry that it was read from. */
type Told = Omit<ReceivedEvent, 'raw'>;

/** Every event of a delivery of v3 that can be read. Unknown keys are passed over. */
export function normaliseV3(delivery: V3Delivery): Reading {
	const unread = new Map<string, number>();
	function each<Contract extends z.ZodType>(
		key: keyof V3Delivery,
		contract: Contract,
		tell: (read: z.output<Contract>, raw: Record<string, unknown>) => Told,
	): ReceivedEvent[] {
		const entries: unknown[] = [delivery[key] ?? []].flat();
		return entries.flatMap((raw) => {
			const read = contract.safeParse(raw);
			if (read.success && isObject(raw)) return [{ ...tell(read.data, raw), raw }];
			unread.set(key, (unread.get(key) ?? 0) + 1);
			return [];
		});
	}
	const events = [
		...each('messages', v3Message, ofMessage),
		...each('statuses', v3Status, ofStatus),
		...each('channelsUpdates', v3ChannelUpdate, ofChannel),
		...each('templateStatus', v3TemplateStatus, ofTemplate),
		...each('createContact', v3CreateContact, ofContactRequest),
		...each('createDeal', v3CreateDeal, ofDealRequest),
	];
	return { events, unread };
}

function ofMessage(message: V3Message): Told {
	const { messageId, contact, contentUri } = message;
	// Where the flag is missing, only the status tells: the customer's own messages have "inbound".
	const isEcho = message.isEcho ?? (!!message.status && !sameCode(message.status, 'inbound'));
	const event = eventOf(message, isEcho);
	return {
		event,
		// Echoes come again with another status; that a message failed is the one that says something new.
		repeatKey: [event, messageId, event === 'messageSent' ? failureOf(message) : ''].join(' '),
		content: event === 'messageEdited' ? fingerprint([message.text, contentUri]) : undefined,
		simplified: toEvent(event, {
			messageId,
			channelId: message.channelId ?? null,
			chatType: message.chatType ?? null,
			chatId: message.chatId ?? null,
			direction: isEcho ? 'outbound' : 'inbound',
			type: message.type ?? null,
			text: message.text ?? null,
			file: contentUri ? { url: contentUri, name: null, mimeType: null, size: null } : null,
			status: message.status ?? null,
			error: errorOf(message.error?.error, message.error),
			contact: contact
				? {
						name: contact.name ?? null,
						phone: contact.phone ?? null,
						username: contact.username ?? null,
						avatarUrl: contact.avatarUri ?? null,
					}
				: null,
			quoted: message.quotedMessage ?? null,
			timestamp: isoTime(message.dateTime),
		}),
	};
}

function eventOf({ isDeleted, isEdited }: V3Message, isEcho: boolean): V3EventName {
	if (isDeleted) return 'messageDeleted';
	if (isEdited) return 'messageEdited';
	return isEcho ? 'messageSent' : 'messageReceived';
}

function ofStatus(change: V3Status): Told {
	const { messageId, status, error, timestamp } = change;
	return {
		event: 'messageStatus',
		// A status can come back, e.g. sent, error, sent: only the time tells that from a repeat.
		repeatKey: ['messageStatus', messageId, status, error?.error, timestamp].join(' '),
		simplified: toEvent('messageStatus', {
			messageId,
			status: status ?? null,
			error: errorOf(error?.error, error),
			timestamp: isoTime(timestamp),
		}),
	};
}

function ofChannel(update: V3ChannelUpdate): Told {
	return {
		event: 'channelUpdated',
		simplified: {
			...toEvent('channelUpdated', {
				channelId: update.channelId,
				status: update.state ?? null,
				timestamp: isoTime(update.timestamp),
			}),
			channel: { tier: update.tier ?? null, qr: update.qr ?? null },
		},
	};
}

function ofTemplate(template: V3TemplateStatus): Told {
	return {
		event: 'templateStatus',
		simplified: {
			...toEvent('templateStatus', { status: template.status ?? null }),
			template: { templateGuid: template.templateGuid, name: template.name ?? null },
		},
	};
}

function ofContactRequest(request: V3CreateContact, raw: object): Told {
	const [chat] = request.contactData ?? [];
	return {
		event: 'contactRequested',
		asked: askedContact(request),
		simplified: {
			...toEvent('contactRequested', {
				chatType: chat?.chatType ?? null,
				chatId: chat?.chatId ?? null,
				contact: {
					name: request.name ?? null,
					phone: chat?.phone ?? null,
					username: chat?.username ?? null,
					avatarUrl: null,
				},
			}),
			request: { ...raw },
		},
	};
}

function ofDealRequest(request: V3CreateDeal, raw: object): Told {
	return {
		event: 'dealRequested',
		asked: askedDeal(request),
		simplified: { ...toEvent('dealRequested', {}), request: { ...raw } },
	};
}

/** Why a message failed; empty where it did not. */
function failureOf({ status, error }: V3Message): string {
	return error?.error ?? (sameCode(status ?? '', 'error') ? 'error' : '');
}
