/** Calls of the control API. Each one resolves to the reply or throws an Error whose message a person can read. */

/** @typedef {import('./types.js').Chat} Chat */

const base = '/_sandbox';

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>}
 * @throws {Error} with the sandbox's own sentence, or one that says that it can't be reached
 */
async function call(method, path, body) {
	const headers = body === undefined ? undefined : { 'content-type': 'application/json' };
	return await send(path, {
		method,
		headers,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
}

/**
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<any>}
 */
async function send(path, request) {
	const response = await fetch(base + path, request).catch(() => {
		throw new Error('The sandbox does not answer. Is it still running?');
	});
	const reply = await response.json().catch(() => ({}));
	if (!response.ok) {
		throw new Error(reply.error ?? `The sandbox answered ${response.status} to ${path}`);
	}
	return reply;
}

/** @param {{ channelId: string, chatId: string }} chat */
function messagesPath({ channelId, chatId }) {
	return `/chats/${encodeURIComponent(channelId)}/${encodeURIComponent(chatId)}/messages`;
}

export const sandbox = {
	/** @returns {Promise<{ channels: import('./types.js').Channel[], chats: Chat[], webhooks: import('./types.js').Webhooks, apiKey: string }>} */
	state: () => call('GET', '/state'),
	/** @returns {Promise<{ chats: Chat[] }>} */
	chats: () => call('GET', '/chats'),
	/**
	 * @param {{ channelId: string, chatId: string }} chat
	 * @returns {Promise<{ messages: import('./types.js').ChatMessage[] }>}
	 */
	messages: (chat) => call('GET', messagesPath(chat)),
	/** @returns {Promise<{ deliveries: import('./types.js').Delivery[] }>} */
	deliveries: () => call('GET', '/deliveries'),
	clearDeliveries: () => call('DELETE', '/deliveries'),
	/** @param {number} id */
	redeliver: (id) => call('POST', `/deliveries/${id}/redeliver`),
	/** @returns {Promise<{ entries: import('./types.js').JournalEntry[] }>} */
	journal: () => call('GET', '/journal'),
	clearJournal: () => call('DELETE', '/journal'),
	/**
	 * @param {object} message a `CustomerMessage` of sandbox/README.md
	 * @returns {Promise<{ messageId: string, chatId: string }>}
	 */
	write: (message) => call('POST', '/customer/messages', message),
	/**
	 * @param {{ messageId: string, row: number, column: number }} tap
	 * @returns {Promise<{ messageId?: string, url?: string }>}
	 */
	tap: (tap) => call('POST', '/customer/tap', tap),
	/** @param {{ channelId: string, chatId: string }} chat */
	read: (chat) => call('POST', '/customer/read', chat),
	/**
	 * @param {string} channelId
	 * @param {{ state: string }} change
	 */
	changeChannel: (channelId, change) =>
		call('PATCH', `/channels/${encodeURIComponent(channelId)}`, change),
	/**
	 * Stores a file that a message can point at.
	 * @param {File} file
	 * @returns {Promise<{ url: string }>}
	 */
	addFile: (file) =>
		send(`/files?name=${encodeURIComponent(file.name)}`, {
			method: 'POST',
			headers: { 'content-type': file.type || 'application/octet-stream' },
			body: file,
		}),
	events: () => new EventSource(`${base}/events`),
};
