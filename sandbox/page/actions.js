/** What the person does: every change that starts at the page, and the one place where a failure becomes a notice. */

import { sandbox } from './api.js';
import { sender, storeCustomers } from './customers.js';
import { element, icon, byId } from './dom.js';
import { loadMessages, reload } from './live.js';
import { openChannel, openCustomer, state, touch } from './store.js';

/**
 * @typedef {import('./types.js').Customer} Customer
 * @typedef {import('./types.js').ChatMessage} ChatMessage
 */

/**
 * Does something and tells the person when it fails.
 * @param {() => Promise<void>} action
 * @returns {Promise<boolean>} whether it worked
 */
export async function attempt(action) {
	try {
		await action();
		return true;
	} catch (error) {
		notice(error instanceof Error ? error.message : String(error));
		return false;
	}
}

/**
 * Opens a channel, as the customer chosen there before or the first one.
 * @param {string} channelId
 * @param {string} [customerKey]
 */
export async function open(channelId, customerKey) {
	state.channelId = channelId;
	if (customerKey !== undefined) state.chosen[channelId] = customerKey;
	state.quoting = undefined;
	touch('channels');
	await attempt(loadMessages);
}

/**
 * Keeps a customer that was made or edited, and goes on as that customer.
 * @param {string} channelId
 * @param {Customer} customer
 */
export async function keepCustomer(channelId, customer) {
	const made = state.made[channelId] ?? [];
	const index = made.findIndex(({ key }) => key === customer.key);
	state.made[channelId] = index === -1 ? [...made, customer] : made.with(index, customer);
	storeCustomers(state.made);
	await open(channelId, customer.key);
}

/**
 * Sends what the composer holds.
 * @param {string} text
 * @returns {Promise<boolean>} whether it was sent
 */
export function write(text) {
	return attempt(async () => {
		const channel = openChannel();
		const customer = openCustomer();
		if (channel === undefined || customer === undefined) throw new Error('Pick a channel first.');
		const { file, quoting } = state;
		const contentUri = file && (await sandbox.addFile(file)).url;
		const { chatId } = await sandbox.write({
			channelId: channel.channelId,
			...sender(customer),
			...(text !== '' && { text }),
			...(contentUri !== undefined && { contentUri }),
			...(quoting !== undefined && { quotedMessageId: quoting.messageId }),
		});
		state.file = undefined;
		state.quoting = undefined;
		touch('composer');
		if (customer.chatId === undefined) {
			await keepCustomer(channel.channelId, { ...customer, chatId });
		}
	});
}

/**
 * Taps a button of a message.
 * @param {ChatMessage} message
 * @param {number} row
 * @param {number} column
 */
export function tap(message, row, column) {
	return attempt(async () => {
		await sandbox.tap({ messageId: message.messageId, row, column });
	});
}

/**
 * Answers a certain message with the next one; without a message, stops doing so.
 * @param {ChatMessage} [message]
 */
export function quote(message) {
	state.quoting = message;
	touch('composer');
}

/** @param {File} [file] goes out with the next message */
export function attach(file) {
	state.file = file;
	touch('composer');
}

/** @param {string} channelState */
export function changeState(channelState) {
	return attempt(async () => {
		const channel = openChannel();
		if (channel !== undefined)
			await sandbox.changeChannel(channel.channelId, { state: channelState });
	});
}

/** @param {number} id of the delivery to post once more, under a new id */
export function redeliver(id) {
	return attempt(() => sandbox.redeliver(id));
}

/** @param {'deliveries' | 'journal'} what */
export function clear(what) {
	return attempt(async () => {
		await (what === 'journal' ? sandbox.clearJournal() : sandbox.clearDeliveries());
		await reload();
	});
}

/**
 * Says that something went wrong; gone after a while or on a click.
 * @param {string} text
 */
function notice(text) {
	const close = () => node.remove();
	const button = element(
		'button',
		{ type: 'button', class: 'icon-button', 'aria-label': 'Close', onClick: close },
		icon('close'),
	);
	const node = element(
		'div',
		{ class: 'notice', 'data-testid': 'notice' },
		icon('warning'),
		element('span', {}, text),
		button,
	);
	byId('notices').append(node);
	setTimeout(close, 12_000);
}
