import { createHash } from 'crypto';
import { sameCode } from '../../api/codes';
import { explainCode } from '../../api/errors';
import { toEvent, type V3EventName, type WazzupEvent } from '../../api/events/event';
import type {
	V3ChannelUpdate,
	V3CreateContact,
	V3CreateDeal,
	V3Delivery,
	V3Message,
	V3Status,
	V3TemplateStatus,
} from '../../api/events/v3';
import type { ReceivedEvent } from './received';

/** Every event of a delivery of v3, in the order of the delivery. Unknown keys are passed over. */
export function normaliseV3(delivery: V3Delivery): ReceivedEvent[] {
	const { messages, statuses, channelsUpdates, templateStatus, createContact, createDeal } =
		delivery;
	return [
		...(messages ?? []).map(ofMessage),
		...(statuses ?? []).map(ofStatus),
		...(channelsUpdates ?? []).map(ofChannel),
		...(templateStatus ? [ofTemplate(templateStatus)] : []),
		...(createContact ? [ofContactRequest(createContact)] : []),
		...(createDeal ? [ofDealRequest(createDeal)] : []),
	];
}

function ofMessage(message: V3Message): ReceivedEvent {
	const { messageId, contact, contentUri } = message;
	// Where the flag is missing, only the status tells: the customer's own messages have "inbound".
	const isEcho = message.isEcho ?? (!!message.status && !sameCode(message.status, 'inbound'));
	const event = eventOf(message, isEcho);
	const content = event === 'messageEdited' ? fingerprint([message.text, contentUri]) : '';
	return {
		event,
		raw: message,
		repeatKey: [event, messageId, content].join(' '),
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
			error: errorOf(message.error),
			contact: contact
				? {
						name: contact.name ?? null,
						phone: contact.phone ?? null,
						username: contact.username ?? null,
						avatarUrl: contact.avatarUri ?? null,
					}
				: null,
			quoted: message.quotedMessage ?? null,
			timestamp: toIso(message.dateTime),
		}),
	};
}

function eventOf({ isDeleted, isEdited }: V3Message, isEcho: boolean): V3EventName {
	if (isDeleted) return 'messageDeleted';
	if (isEdited) return 'messageEdited';
	return isEcho ? 'messageSent' : 'messageReceived';
}

function ofStatus(change: V3Status): ReceivedEvent {
	const { messageId, status, error, timestamp } = change;
	// A message can be edited more than once, and only the time tells one from the other.
	const edited = sameCode(status ?? '', 'edited') ? timestamp : '';
	return {
		event: 'messageStatus',
		raw: change,
		repeatKey: ['messageStatus', messageId, status, error?.error, edited].join(' '),
		simplified: toEvent('messageStatus', {
			messageId,
			status: status ?? null,
			error: errorOf(error),
			timestamp: toIso(timestamp),
		}),
	};
}

function ofChannel(update: V3ChannelUpdate): ReceivedEvent {
	return {
		event: 'channelUpdated',
		raw: update,
		simplified: {
			...toEvent('channelUpdated', {
				channelId: update.channelId,
				status: update.state ?? null,
				timestamp: toIso(update.timestamp),
			}),
			channel: { tier: update.tier ?? null, qr: update.qr ?? null },
		},
	};
}

function ofTemplate(template: V3TemplateStatus): ReceivedEvent {
	return {
		event: 'templateStatus',
		raw: template,
		simplified: {
			...toEvent('templateStatus', { status: template.status ?? null }),
			template: { templateGuid: template.templateGuid, name: template.name ?? null },
		},
	};
}

function ofContactRequest(request: V3CreateContact): ReceivedEvent {
	const [chat] = request.contactData ?? [];
	return {
		event: 'contactRequested',
		raw: request,
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
			request: { ...request },
		},
	};
}

function ofDealRequest(request: V3CreateDeal): ReceivedEvent {
	return {
		event: 'dealRequested',
		raw: request,
		simplified: { ...toEvent('dealRequested', {}), request: { ...request } },
	};
}

/** Wazzup's error, with our sentence where it gives none. */
function errorOf(error: V3Message['error']): WazzupEvent['error'] {
	if (!error) return null;
	const code = error.error ?? 'UNKNOWN_ERROR';
	return { code, message: error.description ?? explainCode(code)?.what ?? null };
}

/** A time as ISO 8601 in UTC, from a text or from milliseconds; null when it is no time. */
function toIso(time: string | number | null | undefined): string | null {
	if (time === null || time === undefined || time === '') return null;
	const date = new Date(typeof time === 'string' && /^\d+$/.test(time) ? Number(time) : time);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

const fingerprint = (content: unknown) =>
	createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
