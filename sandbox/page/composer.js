/** Below the messages: text, an attached file, the message being answered, and Send. */

import { attach, quote, write } from './actions.js';
import { byId, element, icon } from './dom.js';
import { reconcile } from './reconcile.js';
import { onChange, state } from './store.js';

export function showComposer() {
	const extras = element('div', {});
	const input = element('textarea', {
		rows: 1,
		placeholder: 'Message',
		'aria-label': 'Message to the business',
		'aria-describedby': 'composer-help',
		'data-testid': 'composer-input',
		onKeydown: (/** @type {KeyboardEvent} */ event) => {
			if (event.key === 'Escape') quote(undefined);
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			form.requestSubmit();
		},
		onPaste: (/** @type {ClipboardEvent} */ event) => {
			const pasted = event.clipboardData?.files[0];
			if (pasted === undefined) return;
			event.preventDefault();
			attach(pasted);
		},
	});
	const form = element(
		'form',
		{
			onSubmit: (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				void submit(input);
			},
		},
		extras,
		element('div', { class: 'composer-row' }, attachButton(), input, sendButton()),
		element(
			'p',
			{ id: 'composer-help', class: 'visually-hidden' },
			'Enter sends, Shift and Enter starts a new line.',
		),
	);
	acceptDrops(byId('messages'));
	byId('composer').replaceChildren(form);
	onChange('composer', () => {
		reconcile(extras, extraRows());
		if (state.quoting !== undefined || state.file !== undefined) input.focus();
	});
}

/** @param {HTMLTextAreaElement} input */
async function submit(input) {
	const text = input.value.trim();
	if (text === '' && state.file === undefined) return;
	// The field is emptied at once so that fast typing is not lost, and filled again when sending failed.
	input.value = '';
	const sent = await write(text);
	if (!sent && input.value === '') input.value = text;
	input.focus();
}

function attachButton() {
	const picker = element('input', {
		type: 'file',
		class: 'visually-hidden',
		'aria-label': 'Attach a file',
		'data-testid': 'composer-file',
		onChange: () => {
			attach(picker.files?.[0]);
			picker.value = '';
		},
	});
	return element(
		'label',
		{ class: 'round-button', title: 'Attach a file' },
		picker,
		icon('attach'),
	);
}

function sendButton() {
	return element(
		'button',
		{
			type: 'submit',
			class: 'round-button round-button-main',
			'aria-label': 'Send',
			title: 'Send',
			'data-testid': 'composer-send',
		},
		icon('send'),
	);
}

/** @returns {import('./reconcile.js').Row[]} */
function extraRows() {
	const { quoting, file } = state;
	const rows = [];
	if (quoting !== undefined) {
		const whose = quoting.direction === 'in' ? 'yourself' : 'the business';
		const text = `Reply to ${whose}: ${quoting.template?.text || quoting.text || quoting.type}`;
		const draw = () => extra('composer-quote', text, 'Do not reply to it', () => quote(undefined));
		rows.push({ key: 'quote', version: text, draw });
	}
	if (file !== undefined) {
		const text = `${file.name || 'file'} · ${size(file.size)}`;
		const draw = () => extra('composer-attached', text, 'Remove the file', () => attach(undefined));
		rows.push({ key: 'file', version: text, draw });
	}
	return rows;
}

/**
 * @param {string} testId
 * @param {string} text
 * @param {string} closeLabel
 * @param {() => void} close
 */
function extra(testId, text, closeLabel, close) {
	return element(
		'div',
		{ class: 'composer-extra', 'data-testid': testId },
		element('span', {}, text),
		element(
			'button',
			{ type: 'button', class: 'icon-button', 'aria-label': closeLabel, onClick: close },
			icon('close'),
		),
	);
}

/** @param {number} bytes */
function size(bytes) {
	return bytes < 1024 * 1024
		? `${Math.ceil(bytes / 1024)} KB`
		: `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {HTMLElement} place where a file may be dropped */
function acceptDrops(place) {
	place.addEventListener('dragover', (event) => event.preventDefault());
	place.addEventListener('drop', (event) => {
		event.preventDefault();
		attach(event.dataTransfer?.files[0]);
	});
}
