/** Buttons that the business sent: under the message, or as a keyboard in place of one's own. */

import { tap } from './actions.js';
import { byId, element, icon, safeLink } from './dom.js';
import { reconcile } from './reconcile.js';
import { chatOf, onChange, openChat, state } from './store.js';

/**
 * @typedef {import('./types.js').ChatMessage} ChatMessage
 * @typedef {import('./types.js').Button} Button
 */

/**
 * The buttons under a message, if it has such.
 * @param {ChatMessage} message
 * @returns {HTMLElement | undefined}
 */
export function buttonRows(message) {
	const { buttons, keyboard } = message;
	if (buttons === undefined || keyboard === 'reply' || keyboard === 'removed') return undefined;
	return element(
		'div',
		{ class: 'buttons', 'data-testid': 'buttons' },
		rowsOf(message, buttons, 'buttons-row'),
	);
}

/** Shows the reply keyboard of the open chat, for as long as the bot leaves it open. */
export function showReplyKeyboard() {
	const place = byId('reply-keyboard');
	const draw = () => {
		const chat = openChat();
		const keyboard = chat && chatOf(chat.channelId, chat.chatId)?.keyboard;
		const message = state.messages.findLast((candidate) => candidate.keyboard === 'reply');
		place.hidden = keyboard === undefined || message === undefined;
		if (keyboard === undefined || message === undefined) return reconcile(place, []);
		const rows = rowsOf(message, keyboard, 'reply-keyboard-row');
		reconcile(
			place,
			rows.map((node, index) => ({
				key: `${message.messageId}/${index}`,
				version: keyboard[index],
				draw: () => node,
			})),
		);
	};
	onChange('chat', draw);
	onChange('channels', draw);
}

/**
 * @param {ChatMessage} message
 * @param {Button[][]} buttons
 * @param {string} rowClass
 */
function rowsOf(message, buttons, rowClass) {
	return buttons.map((row, rowIndex) =>
		element(
			'div',
			{ class: rowClass },
			row.map((button, column) => drawn(button, () => tap(message, rowIndex, column))),
		),
	);
}

/**
 * @param {Button} button
 * @param {() => Promise<unknown>} tapped
 */
function drawn({ text, kind, url, intent }, tapped) {
	if (kind === 'url') return linkButton(text, url);
	const tone = intent === 'positive' || intent === 'negative' ? ` tap-${intent}` : '';
	const node = element(
		'button',
		{
			type: 'button',
			class: `tap${tone}`,
			'data-testid': 'tap',
			'data-kind': kind,
			onClick: async () => {
				node.disabled = true;
				await tapped();
				node.disabled = false;
			},
		},
		text,
	);
	return node;
}

/**
 * @param {string} text
 * @param {string | undefined} url
 */
function linkButton(text, url) {
	const href = safeLink(url);
	const attributes = { class: 'tap', 'data-testid': 'tap', 'data-kind': 'url' };
	if (href === undefined) {
		return element(
			'button',
			{ ...attributes, type: 'button', disabled: true, title: 'Not a web address' },
			text,
		);
	}
	return element(
		'a',
		{ ...attributes, href, title: href, target: '_blank', rel: 'noopener noreferrer' },
		text,
		icon('open'),
	);
}
