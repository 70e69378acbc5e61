/** Who the person at the page is on each channel. Kept in the browser, joined with the chats that the sandbox knows. */

import { transportOf } from './transports.js';

/**
 * @typedef {import('./types.js').Customer} Customer
 * @typedef {import('./types.js').Channel} Channel
 * @typedef {import('./types.js').Chat} Chat
 */

const storageKey = 'wazzup-sandbox-customers';
const names = [
	'Anna Petrova',
	'Ivan Sokolov',
	'Maria Lopez',
	'Oleg Kim',
	'Sofia Weber',
	'Timur Aliev',
];

/**
 * A customer with sensible details for a channel's messenger, ready to be edited.
 * @param {Channel} channel
 * @param {number} index 0 for the first customer of the channel
 * @returns {Customer}
 */
export function suggestedCustomer(channel, index) {
	const name = names[index % names.length] ?? 'Customer';
	const handle = name.toLowerCase().replace(' ', channel.transport === 'instagram' ? '.' : '_');
	const { identity } = transportOf(channel.transport);
	const handleOnce = index < names.length ? handle : handle + index;
	return withOwnChatId(channel, {
		key: crypto.randomUUID(),
		name,
		...(identity.includes('username') && { username: handleOnce }),
		...(identity.includes('phone') && { phone: String(79011112233 + index * 1111) }),
		...(identity.includes('chatId') && { chatId: `${channel.transport}-${handle}-${501 + index}` }),
	});
}

/**
 * The line under a customer's name.
 * @param {Customer} customer
 * @returns {string}
 */
export function customerAddress({ phone, username, chatId }) {
	const parts = [username && `@${username}`, phone && `+${phone}`].filter(Boolean);
	return parts.join(' · ') || chatId || '';
}

/**
 * All customers of a channel: those made here first, then those that only the sandbox knows, such as a number that the
 * workflow wrote to first. Fills in the chat id of those that just got one.
 * @param {Customer[]} made
 * @param {Chat[]} chats chats of the same channel
 * @returns {Customer[]}
 */
export function joinedWithChats(made, chats) {
	const joined = made.map((customer) => ({ ...customer }));
	for (const chat of chats) {
		const owner =
			joined.find((customer) => customer.chatId === chat.chatId) ??
			joined.find((customer) => !inChats(customer, chats) && sameContact(customer, chat));
		if (owner !== undefined) owner.chatId = chat.chatId;
		else joined.push(customerOfChat(chat));
	}
	return joined;
}

/**
 * What a customer's message carries besides its content.
 * @param {Customer} customer
 */
export function sender({ chatId, chatType, name, username, phone }) {
	return {
		...(chatId !== undefined && { chatId }),
		...(chatType !== undefined && { chatType }),
		contact: { name, ...(username && { username }), ...(phone && { phone }) },
	};
}

/**
 * The chat id that follows from what a person typed, where the messenger uses the number or the account name itself.
 * @param {Channel} channel
 * @param {Customer} customer
 * @returns {Customer}
 */
export function withOwnChatId(channel, customer) {
	const { chatType } = transportOf(channel.transport);
	if (chatType === 'whatsapp' || chatType === 'viber')
		return { ...customer, chatId: customer.phone };
	if (chatType === 'instagram') return { ...customer, chatId: customer.username };
	return customer;
}

/** @returns {Record<string, Customer[]>} customers by channel id; empty when the browser keeps nothing */
export function storedCustomers() {
	try {
		const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
		return typeof stored === 'object' && stored !== null ? stored : {};
	} catch {
		return {};
	}
}

/** @param {Record<string, Customer[]>} customers */
export function storeCustomers(customers) {
	try {
		localStorage.setItem(storageKey, JSON.stringify(customers));
	} catch {
		// A browser that refuses storage still lets one play; the customers are gone after a reload.
	}
}

/**
 * @param {Customer} customer
 * @param {Chat[]} chats
 */
function inChats(customer, chats) {
	return chats.some(({ chatId }) => chatId === customer.chatId);
}

/**
 * @param {Customer} customer
 * @param {Chat} chat
 */
function sameContact(customer, { contact }) {
	return (
		(customer.username !== undefined && customer.username === contact.username) ||
		(customer.phone !== undefined && customer.phone === contact.phone)
	);
}

/**
 * @param {Chat} chat
 * @returns {Customer}
 */
function customerOfChat({ chatId, chatType, contact }) {
	const isNumber = chatType === 'whatsapp' || chatType === 'viber';
	const phone = contact.phone ?? (isNumber ? chatId : undefined);
	const username = contact.username ?? (chatType === 'instagram' ? chatId : undefined);
	const name = contact.name ?? (username && `@${username}`) ?? (phone && `+${phone}`) ?? chatId;
	return { key: `chat:${chatId}`, name, username, phone, chatId, chatType };
}
