/** One message: who wrote it, what it quotes and carries, its buttons, its ticks, and whether the workflow heard it. */

import { quote } from './actions.js';
import { element, icon } from './dom.js';
import { formatted } from './markup.js';
import { media } from './media.js';
import { buttonRows } from './buttons.js';

/**
 * @typedef {import('./types.js').ChatMessage} ChatMessage
 * @typedef {import('./types.js').Delivery} Delivery
 */

/**
 * @typedef {object} Surroundings
 * @property {boolean} marks whether the transport shows *bold* and the rest
 * @property {boolean} newSide whether the other side wrote the message before
 * @property {Pick<Delivery, 'id' | 'done' | 'status' | 'ms' | 'error'> | undefined} delivery that told the workflow about it
 * @property {boolean} unheard whether no webhook address is registered
 * @property {(messageId: string) => void} find scrolls to a message
 * @property {(deliveryId: number) => void} inspect opens a delivery
 */

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

/** What each status looks like and how it is said. */
const ticks = {
	pending: /** @type {const} */ (['clock', 'Accepted, not sent yet']),
	sent: /** @type {const} */ (['tick', 'Sent']),
	delivered: /** @type {const} */ (['ticks', 'Delivered']),
	read: /** @type {const} */ (['ticks', 'Read']),
	error: /** @type {const} */ (['warning', 'Not delivered']),
};

/**
 * @param {ChatMessage} message
 * @param {Surroundings} surroundings
 * @returns {HTMLLIElement}
 */
export function bubble(message, surroundings) {
	const mine = message.direction === 'in';
	const side = mine ? 'message-out' : 'message-in';
	return element(
		'li',
		{
			class: `message ${side}${surroundings.newSide ? ' message-new-side' : ''}`,
			'data-testid': 'bubble',
			'data-message-id': message.messageId,
			'data-direction': message.direction,
			'data-status': message.status,
		},
		element(
			'div',
			{ class: 'bubble-row' },
			element(
				'div',
				{ class: 'bubble' },
				element('span', { class: 'visually-hidden' }, mine ? 'You:' : 'Business:'),
				!mine && message.authorName && element('p', { class: 'bubble-author' }, message.authorName),
				message.isDeleted ? deleted() : contents(message, surroundings),
				foot(message),
			),
			!message.isDeleted && replyButton(message),
		),
		!message.isDeleted && buttonRows(message),
		mine && heard(surroundings),
	);
}

function deleted() {
	return element('p', { class: 'bubble-text bubble-deleted' }, 'This message was deleted');
}

/**
 * @param {ChatMessage} message
 * @param {Surroundings} surroundings
 */
function contents(message, { marks, find }) {
	const { quoted, template, text, contentUri, type } = message;
	const empty = !template && !text && !contentUri;
	return [
		quoted && quoteBlock(quoted, marks, find),
		template && templateParts(template, marks),
		!template && contentUri && media(message),
		!template && text && textBlock(text, marks),
		empty && element('p', { class: 'bubble-text bubble-deleted' }, `(${type}, without text)`),
		message.status === 'error' && problem(message),
	];
}

/**
 * @param {string} text
 * @param {boolean} marks
 */
function textBlock(text, marks) {
	return element(
		'p',
		{ class: 'bubble-text', 'data-testid': 'bubble-text' },
		formatted(text, marks),
	);
}

/**
 * @param {import('./types.js').Template} template
 * @param {boolean} marks
 */
function templateParts({ title, header, text, footer }, marks) {
	const type = header?.format.toLowerCase() ?? '';
	return element(
		'div',
		{ 'data-testid': 'template' },
		element('p', { class: 'template-label' }, `Template · ${title}`),
		header?.text && element('p', { class: 'template-header' }, header.text),
		header?.url && media({ type, contentUri: header.url }),
		textBlock(text, marks),
		footer && element('p', { class: 'template-footer' }, footer),
	);
}

/**
 * @param {NonNullable<ChatMessage['quoted']>} quoted
 * @param {boolean} marks
 * @param {(messageId: string) => void} find
 */
function quoteBlock({ messageId, direction, text, type }, marks, find) {
	return element(
		'button',
		{
			type: 'button',
			class: 'quote',
			title: 'Show the quoted message',
			'data-testid': 'quote',
			onClick: () => find(messageId),
		},
		element('b', {}, direction === 'in' ? 'You' : 'Business'),
		element('span', {}, formatted(text || type, marks, false)),
	);
}

/** @param {ChatMessage} message */
function problem({ error }) {
	const reason = [error?.error, error?.description].filter(Boolean).join(': ');
	return element(
		'p',
		{ class: 'bubble-problem', 'data-testid': 'bubble-error' },
		`Not delivered. ${reason}`,
	);
}

/** @param {ChatMessage} message */
function foot({ dateTime, isEdited, status }) {
	return element(
		'p',
		{ class: 'bubble-foot' },
		isEdited && element('span', { 'data-testid': 'bubble-edited' }, 'edited'),
		element('time', { datetime: dateTime }, time.format(new Date(dateTime))),
		status !== 'inbound' && tickMarks(status),
	);
}

/** @param {ChatMessage['status']} status */
function tickMarks(status) {
	if (status === 'inbound' || ticks[status] === undefined) return element('span', {}, status);
	const [drawing, words] = ticks[status];
	return element(
		'span',
		{
			class: `ticks ticks-${status}`,
			title: `${words}, as Wazzup reports it`,
			'data-testid': 'ticks',
		},
		icon(drawing),
		element('span', { class: 'visually-hidden' }, words),
	);
}

/** @param {ChatMessage} message */
function replyButton(message) {
	return element(
		'button',
		{
			type: 'button',
			class: 'bubble-reply',
			'aria-label': 'Reply to this message',
			title: 'Reply',
			'data-testid': 'bubble-reply',
			onClick: () => quote(message),
		},
		icon('reply'),
	);
}

/**
 * Says under the person's own message what became of it.
 * @param {Surroundings} surroundings
 */
function heard({ delivery, unheard, inspect }) {
	if (delivery === undefined) {
		return unheard && element('p', { class: 'heard' }, 'No workflow is listening');
	}
	const { id, done, status, ms, error } = delivery;
	const good = status === 200;
	const words = !done
		? 'Telling the workflow…'
		: good
			? `The workflow got it · ${ms ?? 0} ms`
			: `The workflow did not take it · ${status ?? error ?? 'no answer'}`;
	return element(
		'button',
		{
			type: 'button',
			class: `heard${done ? (good ? ' heard-good' : ' heard-bad') : ''}`,
			title: 'Show what was sent to the webhook',
			'data-testid': 'heard',
			onClick: () => inspect(id),
		},
		words,
	);
}
