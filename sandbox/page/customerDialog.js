/** The form that says who the customer is: a name, and the number or account of the messenger. */

import { keepCustomer } from './actions.js';
import { suggestedCustomer, withOwnChatId } from './customers.js';
import { byId, element } from './dom.js';
import { customersOf } from './store.js';
import { transportOf } from './transports.js';

/**
 * @typedef {import('./types.js').Channel} Channel
 * @typedef {import('./types.js').Customer} Customer
 */

const fields = {
	name: { label: 'Name', help: 'As the business sees it', required: true },
	phone: {
		label: 'Phone',
		help: 'Digits with the country code, such as 79011112233',
		required: false,
	},
	username: { label: 'Username', help: 'Without @', required: false },
	chatId: { label: 'Chat ID', help: 'How this messenger names the chat', required: true },
};

/**
 * Opens the form.
 * @param {Channel} channel
 * @param {Customer} [customer] the one to change; without it, a new one is made
 */
export function editCustomer(channel, customer) {
	const dialog = /** @type {HTMLDialogElement} */ (byId('customer-dialog'));
	const draft = customer ?? suggestedCustomer(channel, customersOf(channel).length);
	const { label, identity } = transportOf(channel.transport);
	const asked = /** @type {(keyof typeof fields)[]} */ (['name', ...identity]);
	const form = element(
		'form',
		{
			method: 'dialog',
			'data-testid': 'customer-form',
			onSubmit: (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				dialog.close();
				void keepCustomer(channel.channelId, filledIn(channel, draft, form));
			},
		},
		element('h2', { id: 'customer-dialog-title' }, customer ? 'Who you are' : 'New customer'),
		element('p', {}, `A person who writes to the business on ${label}.`),
		asked.map((name) => field(name, draft[name] ?? '', name === identity[0])),
		element(
			'div',
			{ class: 'dialog-buttons' },
			element(
				'button',
				{ type: 'button', class: 'button', onClick: () => dialog.close() },
				'Cancel',
			),
			element(
				'button',
				{ type: 'submit', class: 'button button-main', 'data-testid': 'customer-save' },
				customer ? 'Save' : 'Add customer',
			),
		),
	);
	dialog.replaceChildren(form);
	dialog.showModal();
}

/**
 * @param {keyof typeof fields} name
 * @param {string} value
 * @param {boolean} isMain the field that makes the address of the chat
 */
function field(name, value, isMain) {
	const { label, help, required } = fields[name];
	const input = element('input', {
		name,
		value,
		required: required || isMain,
		maxlength: 200,
		autocomplete: 'off',
		'data-testid': `customer-${name}`,
		...(name === 'phone' && { inputmode: 'tel' }),
	});
	return element('label', { class: 'field' }, label, input, element('small', {}, help));
}

/**
 * @param {Channel} channel
 * @param {Customer} draft
 * @param {HTMLFormElement} form
 * @returns {Customer}
 */
function filledIn(channel, draft, form) {
	const typed = Object.fromEntries(new FormData(form));
	const text = (/** @type {string} */ name) => String(typed[name] ?? '').trim();
	const customer = { ...draft, name: text('name') };
	if ('phone' in typed) customer.phone = text('phone').replace(/\D/g, '') || undefined;
	if ('username' in typed) customer.username = text('username').replace(/^@/, '') || undefined;
	if ('chatId' in typed) customer.chatId = text('chatId');
	return withOwnChatId(channel, customer);
}
