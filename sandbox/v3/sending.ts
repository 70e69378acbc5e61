import type { z } from 'zod/v4';
import { sameCode } from '../../api/codes';
import { sendMessage } from '../../api/v3/messages';
import type { NewMessage } from '../conversations';
import { Refusal } from '../refusal';
import type { Channel, Quoted } from '../shapes';
import type { Template } from '../state';
import type { Answer, Call } from '../surface';
import { windowRefusal } from '../windows';
import type { World } from '../world';
import { refusedWithId } from './answer';
import { channelFor, checkCanSend, checkTemplateLength, checkTextLength } from './channelState';
import { fieldsOf } from './checks';
import { fetchContent } from './content';
import { markedError } from './marks';
import { readTemplateCode, renderTemplate, showButtons } from './rendering';

type Message = z.output<typeof sendMessage.body>;

const guardTime = 60_000;

const invalid = (fields: string[]) =>
	refusedWithId('INVALID_MESSAGE_DATA', 'One or more fields of the message are not valid.', {
		fields,
	});

/** The codes for what a message consists of; `undefined` where that is fine. */
function contentProblem(body: Record<string, unknown>): Refusal | undefined {
	const { text, contentUri, templateId } = body;
	const parts = [text, contentUri, templateId].filter((part) => part !== undefined);
	if (parts.length === 0) {
		return refusedWithId('MESSAGE_NOTHING_TO_SEND', 'There is neither a text nor a file.');
	}
	if (parts.length > 1 && templateId === undefined) {
		return refusedWithId('MESSAGE_ONLY_TEXT_OR_CONTENT', 'Give either a text or a file.');
	}
	// Plain text: the way one client logged it (A.7).
	if (parts.length > 1) {
		return new Refusal({
			status: 400,
			body: 'Only one of text, attachment or template is allowed',
		});
	}
	if (text === '') return refusedWithId('MESSAGES_TEXT_CAN_NOT_BE_BLANK', 'The text is empty.');
	return undefined;
}

/** WhatsApp drops the buttons after the tenth; values without a template are of no use, and nobody says that they do harm. */
function tolerated(body: Record<string, unknown>): Record<string, unknown> {
	const { templateValues, buttonsObject, ...rest } = body;
	const layout = buttonsObject && typeof buttonsObject === 'object' ? buttonsObject : undefined;
	const isFlat = layout && !('replyMarkup' in layout) && !('chatType' in layout);
	const buttons =
		layout && 'buttons' in layout && Array.isArray(layout.buttons) ? layout.buttons : [];
	return {
		...rest,
		...(rest.templateId !== undefined && { templateValues }),
		...(buttonsObject !== undefined && {
			buttonsObject: isFlat ? { ...layout, buttons: buttons.slice(0, 10) } : buttonsObject,
		}),
	};
}

function readMessage(body: unknown): Message {
	if (!body || typeof body !== 'object' || Array.isArray(body)) throw invalid([]);
	const given = { ...body };
	const read = sendMessage.body.safeParse(tolerated(given));
	if (read.success) return read.data;
	const fields = fieldsOf(read.error.issues);
	const isContent = fields.every((field) => ['text', 'contentUri', 'templateId'].includes(field));
	throw (isContent && contentProblem(given)) || invalid(fields);
}

/** Takes `crmMessageId` for 60 s, or throws REPEATED_CRM_MESSAGE_ID (A.4.4). The returned function gives it free again. */
function guard(world: World, crmMessageId: string | undefined): () => void {
	if (crmMessageId === undefined) return () => undefined;
	const taken = world.state.guard;
	const now = world.clock.now();
	const last = taken.get(crmMessageId);
	if (last !== undefined && now - last < guardTime) {
		throw refusedWithId('REPEATED_CRM_MESSAGE_ID', 'A message with this crmMessageId was sent.', {
			crmMessageId,
		});
	}
	taken.set(crmMessageId, now);
	return () => taken.delete(crmMessageId);
}

function quotedBy(world: World, refMessageId: string | undefined): Quoted | undefined {
	if (refMessageId === undefined) return undefined;
	const quoted = world.state.messages.get(refMessageId);
	if (!quoted) throw refusedWithId('REFERENCE_MESSAGE_NOT_FOUND', 'The quoted message is unknown.');
	const { messageId, direction, type, text, contentUri } = quoted;
	return { messageId, direction, type, text, contentUri };
}

/** A template that the channel may send. Only TEMPLATE_REJECTED is documented; the other two answers are ours. */
function templateFor(world: World, channel: Channel, templateId: string): Template {
	const template = world.state.templates.get(templateId.toLowerCase());
	if (!template || !template.channels.includes(channel.channelId)) throw invalid(['templateId']);
	if (!sameCode(template.status, 'approved')) {
		throw refusedWithId('TEMPLATE_REJECTED', `The template is ${template.status}.`);
	}
	return template;
}

async function compose(world: World, channel: Channel, message: Message): Promise<NewMessage> {
	const { text, contentUri, buttonsObject } = message;
	const quoted = quotedBy(world, message.refMessageId);
	const inText =
		channel.transport === 'wapi' && text !== undefined ? readTemplateCode(text) : undefined;
	const templateId = message.templateId ?? inText?.templateId;
	if (templateId !== undefined) {
		const template = templateFor(world, channel, templateId);
		const values = message.templateValues ?? inText?.templateValues ?? [];
		const isFlat =
			buttonsObject?.replyMarkup === undefined && buttonsObject?.chatType === undefined;
		const payloads = isFlat ? (buttonsObject?.buttons ?? []).map(({ payload }) => payload) : [];
		const rendered = renderTemplate(template, values, payloads);
		checkTemplateLength(rendered.template.header?.text, rendered.template.text);
		return { type: 'wapi_template', text: rendered.template.text, quoted, ...rendered };
	}
	const buttons = buttonsObject && showButtons(buttonsObject);
	if (contentUri !== undefined) {
		return { ...(await fetchContent(world, channel.transport, contentUri)), quoted, ...buttons };
	}
	if (text !== undefined) checkTextLength(channel.transport, text);
	return { type: 'text', text, quoted, ...buttons };
}

/** POST /v3/message: 201 means accepted, the outcome follows in the statuses (A.4). */
export async function send(call: Call): Promise<Answer> {
	const { world } = call;
	const message = readMessage(call.body);
	const channel = channelFor(world, message.channelId, message.chatType);
	const release = guard(world, message.crmMessageId);
	try {
		const marked = markedError('error', message.text);
		if (marked) throw marked;
		checkCanSend(channel);
		const content = await compose(world, channel, message);
		const { username, phone, crmMessageId } = message;
		const chatId = message.chatId ?? world.conversations.chatIdOf(channel, { username, phone });
		const chat = world.conversations.open(channel, message.chatType, chatId, { username, phone });
		// A sidecar key speaks for the parent CRM: crmUserId is ignored (A.1).
		const authorId = call.caller.key === 'sidecarKey' ? undefined : message.crmUserId;
		const authorName = authorId === undefined ? undefined : world.state.users.get(authorId)?.name;
		const { messageId } = world.conversations.send(
			chat,
			{ ...content, crmMessageId, authorId, authorName },
			{
				clearUnanswered: message.clearUnanswered ?? true,
				refusal: windowRefusal(world.clock.now(), chat, content.type),
			},
		);
		return { status: 201, body: { messageId, chatId } };
	} catch (error) {
		release();
		throw error;
	}
}
