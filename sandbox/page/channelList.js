/** Left: the messengers of the phone, and under the open one the people that can be played there. */

import { open } from './actions.js';
import { customerAddress } from './customers.js';
import { editCustomer } from './customerDialog.js';
import { byId, element, icon } from './dom.js';
import { reconcile } from './reconcile.js';
import { chatOf, customersOf, onChange, openCustomer, state } from './store.js';
import { transportOf } from './transports.js';

/**
 * @typedef {import('./types.js').Channel} Channel
 * @typedef {import('./types.js').Customer} Customer
 */

/** @param {() => void} chatWanted called when the person picked somebody to be */
export function showChannelList(chatWanted) {
	const list = element('ul', { class: 'channel-list', 'data-testid': 'channels' });
	byId('channels').replaceChildren(
		element('h2', { class: 'channels-heading' }, 'Write to the business on'),
		list,
	);
	onChange('channels', () =>
		reconcile(
			list,
			state.channels.map((channel) => row(channel, chatWanted)),
		),
	);
}

/**
 * @param {string} transport
 * @returns {HTMLElement}
 */
export function badge(transport) {
	const { badge: letters } = transportOf(transport);
	return element('span', { class: `badge badge-${transport}`, 'aria-hidden': 'true' }, letters);
}

/**
 * @param {Channel} channel
 * @param {() => void} chatWanted
 */
function row(channel, chatWanted) {
	const isOpen = channel.channelId === state.channelId;
	const people = isOpen ? customersOf(channel).map((customer) => person(channel, customer)) : [];
	const current = isOpen ? openCustomer()?.key : undefined;
	const unread = isOpen ? 0 : unreadOf(channel);
	return {
		key: channel.channelId,
		version: [channel, isOpen, people, current, unread],
		draw: () =>
			element(
				'li',
				{},
				channelButton(channel, isOpen, unread, chatWanted),
				isOpen && customerList(channel, people, current, chatWanted),
			),
	};
}

/**
 * `channel-whatsapp` for the first channel of a transport, `channel-whatsapp-2` for the second, and so on.
 * @param {Channel} channel
 */
function testId({ channelId, transport }) {
	const alike = state.channels.filter((channel) => channel.transport === transport);
	const index = alike.findIndex((channel) => channel.channelId === channelId);
	return `channel-${transport}${index > 0 ? `-${index + 1}` : ''}`;
}

/** @param {Channel} channel */
function unreadOf({ channelId }) {
	const chats = state.chats.filter((chat) => chat.channelId === channelId);
	return chats.reduce((sum, { unread }) => sum + unread, 0);
}

/**
 * @param {Channel} channel
 * @param {boolean} isOpen
 * @param {number} unread
 * @param {() => void} chatWanted
 */
function channelButton(channel, isOpen, unread, chatWanted) {
	const { label } = transportOf(channel.transport);
	return element(
		'button',
		{
			type: 'button',
			class: 'channel-row',
			'aria-expanded': String(isOpen),
			'data-testid': testId(channel),
			'data-channel-id': channel.channelId,
			onClick: () => void open(channel.channelId).then(chatWanted),
		},
		badge(channel.transport),
		element(
			'span',
			{},
			element('span', { class: 'channel-name' }, channel.name || channel.plainId),
			element(
				'span',
				{ class: 'channel-line' },
				channel.state !== 'active' &&
					element('b', { class: 'channel-state' }, channel.state, ' · '),
				label,
				// A channel of the partners' surface: workflows on an API key do not hear of it.
				channel.account && ` · partner's account ${channel.account}`,
			),
		),
		element(
			'span',
			{ class: 'channel-side' },
			element('span', { class: `state-dot${channel.state === 'active' ? '' : ' state-dot-off'}` }),
			unread > 0 && unreadMark(unread),
		),
	);
}

/** @param {number} count */
function unreadMark(count) {
	return element(
		'span',
		{ class: 'unread', 'data-testid': 'unread' },
		count,
		element('span', { class: 'visually-hidden' }, ' unread'),
	);
}

/**
 * @param {Channel} channel
 * @param {Customer} customer
 */
function person(channel, customer) {
	const chat = chatOf(channel.channelId, customer.chatId);
	return {
		customer,
		line: lastLine(chat?.lastMessage) || customerAddress(customer),
		unread: chat?.unread ?? 0,
	};
}

/** @param {import('./types.js').ChatMessage | undefined} message */
function lastLine(message) {
	if (message === undefined) return '';
	const text = message.isDeleted
		? 'deleted'
		: message.template?.text || message.text || message.type;
	return (message.direction === 'in' ? 'You: ' : '') + text.slice(0, 80);
}

/**
 * @param {Channel} channel
 * @param {ReturnType<typeof person>[]} people
 * @param {string | undefined} current
 * @param {() => void} chatWanted
 */
function customerList(channel, people, current, chatWanted) {
	const rows = people.map(({ customer, line, unread }) => {
		const isCurrent = customer.key === current;
		const button = element(
			'button',
			{
				type: 'button',
				class: 'customer-row',
				'aria-current': isCurrent && 'true',
				'data-testid': `customer-${customer.key}`,
				onClick: () => void open(channel.channelId, customer.key).then(chatWanted),
			},
			element(
				'span',
				{},
				element('span', { class: 'customer-name' }, customer.name),
				element('span', { class: 'customer-line' }, line),
			),
			!isCurrent && unread > 0 && unreadMark(unread),
		);
		return element('li', {}, button);
	});
	const add = element(
		'button',
		{
			type: 'button',
			class: 'customer-new',
			'data-testid': 'customer-new',
			onClick: () => editCustomer(channel),
		},
		icon('plus'),
		'New customer',
	);
	return element(
		'ul',
		{ class: 'customer-list', 'aria-label': 'You are', 'data-testid': 'customers' },
		rows,
		element('li', {}, add),
	);
}
