/** Keeps `state` in step with the sandbox: loads everything, then follows its server-sent events. */

import { sandbox } from './api.js';
import { keptEntries, openChat, state, touch } from './store.js';

/** @typedef {import('./types.js').ChatMessage} ChatMessage */

/**
 * The chat whose messages are loaded; a chat that nobody wrote in yet has none to load.
 * @type {{ channelId: string, chatId: string } | undefined}
 */
let loaded;

/**
 * For each load under way, the changes that came meanwhile; the reply may be older than they are.
 * @type {Set<((messages: ChatMessage[]) => ChatMessage[])[]>}
 */
const loads = new Set();

document.addEventListener('visibilitychange', () => readOpenChat());

/** Connects, and connects again by itself whenever the sandbox comes back. */
export function follow() {
	const events = sandbox.events();
	events.onopen = () => void reload();
	events.onerror = () => {
		state.connection = 'lost';
		touch('connection');
		// The browser connects again by itself unless it was answered with something that is no stream.
		if (events.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
	};
	on(events, 'message', ({ message }) => receiveMessage(message));
	on(events, 'status', receiveStatus);
	on(events, 'channel', (channel) => {
		state.channels = state.channels.map((known) =>
			known.channelId === channel.channelId ? { ...known, ...channel } : known,
		);
		touch('channels', 'chat', 'composer');
	});
	on(events, 'delivery', (delivery) => {
		state.deliveries = merged(state.deliveries, [delivery]);
		touch('inspector', 'chat');
	});
	on(events, 'journal', (entry) => {
		state.journal = merged(state.journal, [entry]);
		touch('inspector');
		if (entry.method === 'PATCH' && entry.path.startsWith('/v3/webhooks')) soon(loadState);
	});
	on(events, 'reset', () => void reload());
}

/** Loads everything anew. */
export async function reload() {
	state.deliveries = [];
	state.journal = [];
	state.messages = [];
	state.quoting = undefined;
	try {
		const [{ deliveries }, { entries }] = await Promise.all([
			sandbox.deliveries(),
			sandbox.journal(),
			loadState(),
		]);
		state.deliveries = merged(deliveries, state.deliveries);
		state.journal = merged(entries, state.journal);
		state.connection = 'live';
		await loadMessages();
	} catch {
		state.connection = 'lost';
	}
	touch('connection', 'channels', 'chat', 'composer', 'inspector');
}

/** Loads the messages of the open chat, and reads them as the person in front of the phone just did. */
export async function loadMessages() {
	const chat = openChat();
	state.messages = [];
	loaded = undefined;
	touch('chat', 'composer');
	if (chat === undefined || !state.chats.some((known) => sameChat(known, chat))) return;
	/** @type {((messages: ChatMessage[]) => ChatMessage[])[]} */
	const missed = [];
	loads.add(missed);
	const { messages } = await sandbox.messages(chat).finally(() => loads.delete(missed));
	const stillOpen = openChat();
	if (stillOpen === undefined || !sameChat(chat, stillOpen)) return;
	state.messages = missed.reduce((known, how) => how(known), messages);
	loaded = chat;
	touch('chat');
	readOpenChat();
}

async function loadState() {
	const { channels, chats, webhooks, apiKey } = await sandbox.state();
	Object.assign(state, { channels, chats, webhooks, apiKey });
	state.channelId ??= channels[0]?.channelId;
	touch('channels', 'chat', 'composer', 'inspector');
}

async function loadChats() {
	state.chats = (await sandbox.chats()).chats;
	touch('channels', 'chat');
	const chat = openChat();
	if (chat !== undefined && (loaded === undefined || !sameChat(loaded, chat))) await loadMessages();
}

/** @param {ChatMessage} message */
function receiveMessage(message) {
	change(message, (messages) => {
		const index = messages.findIndex(({ messageId }) => messageId === message.messageId);
		return index === -1 ? [...messages, message] : messages.with(index, message);
	});
}

/** @param {{ messageId: string, channelId: string, chatId: string, status: ChatMessage['status'], error?: ChatMessage['error'] }} update */
function receiveStatus({ messageId, channelId, chatId, status, error }) {
	change({ channelId, chatId }, (messages) =>
		messages.map((message) =>
			message.messageId === messageId ? { ...message, status, error } : message,
		),
	);
	readOpenChat();
}

/**
 * Changes the messages of a chat if it is the open one; what the list of chats says of it is fetched in any case.
 * @param {{ channelId: string, chatId: string }} changed
 * @param {(messages: ChatMessage[]) => ChatMessage[]} how
 */
function change(changed, how) {
	soon(loadChats);
	const chat = openChat();
	if (chat === undefined || !sameChat(changed, chat)) return;
	for (const missed of loads) missed.push(how);
	state.messages = how(state.messages);
	touch('chat');
}

/** Only what was delivered is read, so that a workflow sees the statuses in their order. */
function readOpenChat() {
	const chat = openChat();
	const waiting = state.messages.some(
		({ direction, status }) => direction === 'out' && status === 'delivered',
	);
	if (chat !== undefined && waiting && document.visibilityState === 'visible') {
		sandbox.read(chat).catch(() => undefined);
	}
}

/**
 * @param {{ channelId: string, chatId: string }} one
 * @param {{ channelId: string, chatId: string }} other
 */
function sameChat(one, other) {
	return one.channelId === other.channelId && one.chatId === other.chatId;
}

/**
 * Puts newer versions in the place of older ones, in order of id; an entry that is done never goes back to not done.
 * @template {{ id: number, done: boolean }} Entry
 * @param {Entry[]} known
 * @param {Entry[]} arrived
 * @returns {Entry[]}
 */
function merged(known, arrived) {
	const byId = new Map(known.map((entry) => [entry.id, entry]));
	for (const entry of arrived)
		if (entry.done || !byId.get(entry.id)?.done) byId.set(entry.id, entry);
	return [...byId.values()].sort((one, other) => one.id - other.id).slice(-keptEntries);
}

/** @type {Set<() => Promise<void>>} */
const waiting = new Set();

/**
 * Runs a load a moment later, once for a burst of events.
 * @param {() => Promise<void>} load
 */
function soon(load) {
	if (waiting.has(load)) return;
	waiting.add(load);
	setTimeout(() => {
		waiting.delete(load);
		load().catch(() => undefined);
	}, 60);
}

/**
 * @param {EventSource} events
 * @param {string} type
 * @param {(data: any) => void} listener
 */
function on(events, type, listener) {
	events.addEventListener(type, (event) =>
		listener(JSON.parse(/** @type {MessageEvent} */ (event).data)),
	);
}
