/**
 * Shapes of the control API as the page uses them; sandbox/README.md is where they are described.
 *
 * @typedef {object} Channel
 * @property {string} channelId
 * @property {string} transport
 * @property {string} plainId
 * @property {string} state
 * @property {string} name
 * @property {string} [account] of a partner's customer; absent on the v3 account
 *
 * @typedef {object} Contact
 * @property {string} [name]
 * @property {string} [username]
 * @property {string} [phone]
 *
 * @typedef {object} Button
 * @property {string} text
 * @property {'reply' | 'url' | 'callback'} kind
 * @property {string} [url]
 * @property {string} [payload]
 * @property {string} [intent]
 *
 * @typedef {object} Chat
 * @property {string} channelId
 * @property {string} chatType
 * @property {string} chatId
 * @property {Contact} contact
 * @property {ChatMessage} [lastMessage]
 * @property {number} unread
 * @property {Button[][]} [keyboard]
 *
 * @typedef {object} Template
 * @property {string} title
 * @property {{ format: string, text?: string, url?: string }} [header]
 * @property {string} text
 * @property {string} [footer]
 *
 * @typedef {object} Problem
 * @property {string} error
 * @property {string} [description]
 *
 * @typedef {object} ChatMessage
 * @property {string} messageId
 * @property {string} channelId
 * @property {string} chatId
 * @property {'in' | 'out'} direction in: the customer wrote it; out: the business did
 * @property {string} type
 * @property {string} [text]
 * @property {string} [contentUri]
 * @property {string} [fileName]
 * @property {Button[][]} [buttons]
 * @property {'inline' | 'reply' | 'removed'} [keyboard]
 * @property {Template} [template]
 * @property {{ messageId: string, direction: 'in' | 'out', type: string, text?: string }} [quoted]
 * @property {'pending' | 'sent' | 'delivered' | 'read' | 'error' | 'inbound'} status
 * @property {Problem} [error]
 * @property {boolean} isEdited
 * @property {boolean} isDeleted
 * @property {string} dateTime
 * @property {string} [authorName]
 *
 * @typedef {object} Delivery
 * @property {number} id
 * @property {string} time
 * @property {string} kind
 * @property {string} url
 * @property {any} body
 * @property {boolean} done
 * @property {number} [status]
 * @property {string} [reply]
 * @property {string} [error]
 * @property {number} [ms]
 *
 * @typedef {object} JournalEntry
 * @property {number} id
 * @property {string} time
 * @property {string} method
 * @property {string} path
 * @property {Record<string, unknown>} query
 * @property {string} authorization
 * @property {unknown} [body]
 * @property {boolean} done
 * @property {number} [status]
 * @property {unknown} [reply]
 * @property {string} [fault]
 * @property {number} [ms]
 *
 * @typedef {object} Webhooks
 * @property {string | null} webhooksUri
 * @property {Record<string, unknown>} subscriptions
 *
 * @typedef {object} Customer a person that the page can play on one channel
 * @property {string} key ours, for lists
 * @property {string} name
 * @property {string} [username]
 * @property {string} [phone]
 * @property {string} [chatId] known once the first message went either way
 * @property {string} [chatType] set for chats that are not one-to-one
 */

export {};
