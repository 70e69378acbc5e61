import type { z } from 'zod/v4';
import { sameCode } from '../../../api/codes';
import { toEvent, type TechEventName, type TechTriggerEvent } from '../../../api/events/event';
import {
	techEventItems,
	type TechDelivery,
	type TechEventItem,
	type TechMessage,
} from '../../../api/events/tech';
import { isoTime } from '../../../api/events/tolerant';
import { entitiesOf } from '../../../api/tech/common';
import { isObject } from '../../shared/parameters';
import { readEntry } from '../entries';
import { fingerprint } from '../fingerprint';
import type { Reading, ReceivedEvent } from '../received';
import { errorOf, textFrom } from '../words';
import { askedContact, askedDeal, chatsOf } from './requests';

/** An event without what it shares with all others. */
type Told = Omit<ReceivedEvent, 'raw'>;

/** Reads one item of an event. `delivery` is what the repeats of the delivery have in common with it. */
type Tell<Name extends TechEventName> = (
	item: TechEventItem<Name>,
	raw: Record<string, unknown>,
	delivery?: string,
) => Told;

const tellers: { [Name in TechEventName]: Tell<Name> } = {
	'message.add': ofMessage,
	'message.status_update': ofStatus,
	'message.edit': ofEdit,
	'message.delete': ({ message_id, channel_id }) => ({
		event: 'message.delete',
		repeatKey: `message.delete ${message_id}`,
		simplified: toEvent('message.delete', { messageId: message_id, channelId: channel_id ?? null }),
	}),
	'messages_dump.status_update': ({ export_id, status, url }) => ({
		event: 'messages_dump.status_update',
		simplified: {
			...toEvent('messages_dump.status_update', { status: textFrom(status) }),
			export: { exportId: textFrom(export_id), url: textFrom(url) },
		},
	}),
	'waba_template.status_update': (template) => ({
		event: 'waba_template.status_update',
		simplified: {
			...toEvent('waba_template.status_update', {
				status: textFrom(template.status),
				error: reasonOf(template.reason),
			}),
			template: {
				templateGuid: textFrom(template.template_id ?? template.id),
				name: textFrom(template.title ?? template.name),
			},
		},
	}),
	'channel.create': ofChannel('channel.create'),
	'channel.delete': ofChannel('channel.delete'),
	'channel.status_update': ofChannel('channel.status_update'),
	'channel.qr_update': ofChannel('channel.qr_update'),
	'channel.waba_tier_update': ofChannel('channel.waba_tier_update'),
	'group_chat.update': ofGroup('group_chat.update'),
	'group_chat.memberships_update': ofGroup('group_chat.memberships_update'),
	'crm_entities.contact_add': (request, raw, delivery) => {
		const [chat] = chatsOf(request);
		const event = 'crm_entities.contact_add';
		const chatType = chat?.chat_type ?? null;
		const contact = personOf({ ...chat, name: request.name ?? chat?.name });
		const known = { chatType, chatId: textFrom(chat?.chat_id), contact };
		return {
			event,
			asked: askedContact(request, delivery),
			simplified: { ...toEvent(event, known), request: { ...raw } },
		};
	},
	'crm_entities.deal_add': (request, raw, delivery) => ({
		event: 'crm_entities.deal_add',
		asked: askedDeal(request, delivery),
		simplified: { ...toEvent('crm_entities.deal_add', {}), request: { ...raw } },
	}),
};

/** Every event of a delivery of tech that can be read: the items of `data`. Unknown events are passed over. */
export function normaliseTech(delivery: TechDelivery): Reading {
	const name = delivery.event ?? '';
	const unread = new Map<string, number>();
	if (!isKnown(name)) return { events: [], unread };
	const { idempotency_key, timestamp } = delivery.meta ?? {};
	const toldAt = isoTime(isMissing(timestamp) ? null : String(Number(timestamp) * 1_000));
	const events = entitiesOf({ data: delivery.data }).flatMap((raw, index) => {
		const delivered = idempotency_key ? `${idempotency_key} ${index}` : undefined;
		const told = isObject(raw) ? tell(name, raw, delivered) : undefined;
		if (!told || !isObject(raw)) {
			unread.set(name, (unread.get(name) ?? 0) + 1);
			return [];
		}
		const { simplified } = told;
		return [
			{
				...told,
				raw,
				simplified: { ...simplified, timestamp: simplified.timestamp ?? toldAt },
				// Two deliveries with keys of their own are two events, however alike they are.
				...(delivered !== undefined && { repeatKey: delivered, content: undefined }),
			},
		];
	});
	return { events, unread };
}

const isMissing = (value: unknown): value is null | undefined =>
	value === null || value === undefined;

const isKnown = (name: string): name is TechEventName => Object.hasOwn(techEventItems, name);

/** Undefined where the item is not one of this event. */
function tell(
	name: TechEventName,
	raw: Record<string, unknown>,
	delivery?: string,
): Told | undefined {
	const contract: z.ZodType = techEventItems[name];
	const item = readEntry(contract, raw);
	// The contract and the teller of one name belong together, which their types cannot say.
	const teller = tellers[name] as (item: unknown, ...more: unknown[]) => Told;
	return item === undefined ? undefined : teller(item, raw, delivery);
}

function ofMessage(message: TechMessage): Told {
	const { message_id, channel_id, recipient, sender, status } = message;
	const isOutbound = sameCode(message.direction, 'outbound');
	const event = isOutbound ? 'messageSent' : 'messageReceived';
	// In a group the sender is who wrote; what the account wrote goes to the chat.
	const isTold = sender?.name || sender?.username || sender?.phone;
	return {
		event,
		repeatKey: `${event} ${message_id}`,
		simplified: toEvent(event, {
			messageId: message_id,
			channelId: channel_id ?? null,
			chatType: recipient?.chat_type ?? null,
			chatId: textFrom(recipient?.chat_id),
			direction: isOutbound ? 'outbound' : 'inbound',
			type: message.type ?? null,
			text: message.text ?? null,
			file: fileOf(message.attachment),
			status: status ?? null,
			error: reasonOf(message.reason),
			contact: personOf(!isOutbound && isTold ? sender : recipient),
			timestamp: isoTime(textFrom(message.timestamp)),
		}),
	};
}

function ofStatus(change: TechEventItem<'message.status_update'>): Told {
	const { message_id = null, request_id = null, status, timestamp } = change;
	const id = message_id ?? request_id;
	return {
		event: 'message.status_update',
		// A status can come back, e.g. sent, error, sent: only the time tells that from a repeat.
		repeatKey: isMissing(timestamp) ? undefined : `status ${id} ${status} ${timestamp}`,
		simplified: {
			...toEvent('message.status_update', {
				messageId: message_id,
				channelId: change.channel_id ?? null,
				status: status ?? null,
				error: reasonOf(change.error ?? change.reason),
				timestamp: isoTime(textFrom(timestamp)),
			}),
			requestId: request_id,
		},
	};
}

function ofEdit({ message_id, channel_id, text, attachment }: TechEventItem<'message.edit'>): Told {
	return {
		event: 'message.edit',
		repeatKey: `message.edit ${message_id}`,
		content: fingerprint([text, attachment?.url]),
		simplified: toEvent('message.edit', {
			messageId: message_id,
			channelId: channel_id ?? null,
			text: text ?? null,
			file: fileOf(attachment),
		}),
	};
}

type ChannelEvent = Extract<TechTriggerEvent, `channel.${string}`>;

function ofChannel(event: ChannelEvent) {
	return (channel: Record<string, unknown>): Told => ({
		event,
		simplified: {
			...toEvent(event, {
				channelId: textFrom(channel.channel_id),
				// The state is exact, the status rough.
				status: textFrom(channel.state ?? channel.status),
				error: reasonOf(channel.reason),
			}),
			channel: { tier: textFrom(channel.tier), qr: textFrom(channel.qr ?? channel.code) },
		},
	});
}

function ofGroup(event: Extract<TechTriggerEvent, `group_chat.${string}`>) {
	return (group: Record<string, unknown>, raw: Record<string, unknown>): Told => ({
		event,
		simplified: {
			...toEvent(event, {
				channelId: textFrom(group.channel_id),
				chatId: textFrom(group.chat_id),
			}),
			group: raw,
		},
	});
}

function personOf(person: TechMessage['recipient']) {
	if (!person) return null;
	const { name, crm_contact_name, phone, username, avatar } = person;
	return {
		name: name ?? crm_contact_name ?? null,
		phone: textFrom(phone),
		username: username ?? null,
		avatarUrl: avatar ?? null,
	};
}

function fileOf(attachment: TechMessage['attachment']) {
	if (!attachment?.url) return null;
	const { url, name, mimetype, size } = attachment;
	const bytes = Number(size ?? NaN);
	return {
		url,
		name: name ?? null,
		mimeType: mimetype ?? null,
		size: Number.isFinite(bytes) ? bytes : null,
	};
}

/** Why something failed: a code or a sentence as text, or both as an object. */
function reasonOf(reason: unknown) {
	if (isObject(reason)) {
		return errorOf(textFrom(reason.code), { description: textFrom(reason.description) });
	}
	const said = textFrom(reason);
	if (!said) return null;
	return /^[\w.-]+$/.test(said) ? errorOf(said, {}) : errorOf(null, { description: said });
}
