/** Middle: the messages of the open chat. */

import { bubble } from './bubble.js';
import { byId, element } from './dom.js';
import { reconcile } from './reconcile.js';
import { onChange, openChannel, openChat, state } from './store.js';
import { transportOf } from './transports.js';

/**
 * @typedef {import('./types.js').ChatMessage} ChatMessage
 * @typedef {import('./reconcile.js').Row} Row
 */

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

/** @param {(deliveryId: number) => void} inspect opens a delivery in the inspector */
export function showConversation(inspect) {
	const scroller = byId('messages');
	const list = byId('bubbles');
	const toEnd = () => (scroller.scrollTop = scroller.scrollHeight);
	let atEnd = true;
	let shown = '';
	let count = 0;
	scroller.addEventListener('scroll', () => {
		atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
	});
	// Pictures that load, a keyboard that opens and a view that is switched to must not hide the newest message.
	const observer = new ResizeObserver(() => atEnd && toEnd());
	observer.observe(scroller);
	observer.observe(list);
	onChange('chat', () => {
		reconcile(list, rows(inspect));
		const chat = JSON.stringify(openChat() ?? state.channelId);
		const newest = state.messages.length > count ? state.messages.at(-1) : undefined;
		if (chat !== shown || newest?.direction === 'in') atEnd = true;
		if (chat === shown && newest?.direction === 'out') announce(newest);
		if (atEnd) toEnd();
		shown = chat;
		count = state.messages.length;
	});
}

/**
 * Says an arriving message once; the bubbles themselves are no live region, as every tick would be read aloud.
 * @param {ChatMessage} message
 */
function announce({ template, text, type }) {
	byId('announcer').textContent = `Business: ${template?.text || text || type}`;
}

/**
 * @param {(deliveryId: number) => void} inspect
 * @returns {Row[]}
 */
function rows(inspect) {
	if (state.messages.length === 0) return [{ key: 'empty', version: state.channelId, draw: empty }];
	const { marks } = transportOf(openChannel()?.transport ?? '');
	const told = deliveriesByMessage();
	const unheard = state.webhooks !== undefined && !state.webhooks.webhooksUri;
	/** @type {ChatMessage | undefined} */
	let before;
	return state.messages.flatMap((message) => {
		const newDay = dayOf(message) !== (before && dayOf(before));
		const newSide = before !== undefined && before.direction !== message.direction;
		before = message;
		const delivery = message.direction === 'in' ? told.get(message.messageId) : undefined;
		const surroundings = { marks, newSide, delivery, unheard, find, inspect };
		const row = {
			key: message.messageId,
			version: [message, surroundings],
			draw: () => bubble(message, surroundings),
		};
		return newDay ? [dayRow(dayOf(message)), row] : [row];
	});
}

/**
 * The delivery that told the workflow about each message first.
 * @returns {Map<string, import('./bubble.js').Surroundings['delivery']>}
 */
function deliveriesByMessage() {
	const told = new Map();
	for (const { id, done, status, ms, error, body } of state.deliveries) {
		const messages = Array.isArray(body?.messages) ? body.messages : [];
		for (const { messageId } of messages) {
			if (!told.has(messageId)) told.set(messageId, { id, done, status, ms, error });
		}
	}
	return told;
}

/** @param {ChatMessage} message */
function dayOf({ dateTime }) {
	return day.format(new Date(dateTime));
}

/**
 * @param {string} text
 * @returns {Row}
 */
function dayRow(text) {
	return { key: `day ${text}`, version: text, draw: () => element('li', { class: 'day' }, text) };
}

function empty() {
	return element(
		'li',
		{ class: 'bubbles-empty', 'data-testid': 'bubbles-empty' },
		element('strong', {}, 'Say hello'),
		'What you write here reaches your workflow as a customer’s message. Its answer shows up here.',
	);
}

/** @param {string} messageId */
function find(messageId) {
	const node = document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);
	if (node === null) return;
	node.scrollIntoView({ block: 'center' });
	node.classList.remove('message-found');
	requestAnimationFrame(() => node.classList.add('message-found'));
}
