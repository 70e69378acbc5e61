/** What the page knows right now, and who wants to hear when a part of it changes. Views read `state`, live.js and actions.js write it. */

import { joinedWithChats, suggestedCustomer } from './customers.js';

/**
 * @typedef {import('./types.js').Channel} Channel
 * @typedef {import('./types.js').Customer} Customer
 * @typedef {import('./types.js').ChatMessage} ChatMessage
 * @typedef {'channels' | 'chat' | 'composer' | 'inspector' | 'connection'} Topic
 */

/** Entries of the inspector that are kept of each kind; a load test would fill the page otherwise. */
export const keptEntries = 200;

export const state = {
	/** @type {'connecting' | 'live' | 'lost'} */
	connection: 'connecting',
	/** @type {Channel[]} */
	channels: [],
	/** @type {import('./types.js').Chat[]} */
	chats: [],
	/** @type {import('./types.js').Webhooks | undefined} */
	webhooks: undefined,
	/** @type {string | undefined} the sandbox's ordinary key, which is no secret */
	apiKey: undefined,
	/** @type {Record<string, Customer[]>} by channel id, as the person made them */
	made: {},
	/** @type {string | undefined} */
	channelId: undefined,
	/** @type {Record<string, string>} key of the chosen customer by channel id */
	chosen: {},
	/** @type {ChatMessage[]} of the open chat */
	messages: [],
	/** @type {ChatMessage | undefined} the message that the next one answers */
	quoting: undefined,
	/** @type {File | undefined} */
	file: undefined,
	/** @type {import('./types.js').Delivery[]} oldest first */
	deliveries: [],
	/** @type {import('./types.js').JournalEntry[]} oldest first */
	journal: [],
};

/** @type {Map<Topic, Set<() => void>>} */
const listeners = new Map();
/** @type {Set<Topic>} */
const changed = new Set();

/**
 * Calls back once a frame in which the topic changed.
 * @param {Topic} topic
 * @param {() => void} listener
 */
export function onChange(topic, listener) {
	const known = listeners.get(topic) ?? new Set();
	listeners.set(topic, known.add(listener));
}

/** @param {...Topic} topics */
export function touch(...topics) {
	if (changed.size === 0) requestAnimationFrame(notify);
	for (const topic of topics) changed.add(topic);
}

function notify() {
	const topics = [...changed];
	changed.clear();
	for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
}

/** @returns {Channel | undefined} the open channel */
export function openChannel() {
	return state.channels.find(({ channelId }) => channelId === state.channelId);
}

/**
 * Every customer of a channel; there is always one.
 * @param {Channel} channel
 * @returns {Customer[]}
 */
export function customersOf(channel) {
	const made = (state.made[channel.channelId] ??= [suggestedCustomer(channel, 0)]);
	return joinedWithChats(
		made,
		state.chats.filter(({ channelId }) => channelId === channel.channelId),
	);
}

/** @returns {Customer | undefined} who the person is in the open channel */
export function openCustomer() {
	const channel = openChannel();
	if (channel === undefined) return undefined;
	const customers = customersOf(channel);
	return customers.find(({ key }) => key === state.chosen[channel.channelId]) ?? customers[0];
}

/** @returns {{ channelId: string, chatId: string } | undefined} the open chat, if a message has been in it */
export function openChat() {
	const customer = openCustomer();
	if (state.channelId === undefined || customer?.chatId === undefined) return undefined;
	return { channelId: state.channelId, chatId: customer.chatId };
}

/**
 * @param {string} channelId
 * @param {string | undefined} chatId
 */
export function chatOf(channelId, chatId) {
	return state.chats.find((chat) => chat.channelId === channelId && chat.chatId === chatId);
}
