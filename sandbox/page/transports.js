/** What the page needs to know about each messenger: its name, the letters and colour of our badge, and who a customer is there. */

/**
 * @typedef {object} Transport
 * @property {string} label
 * @property {string} badge two letters, our own drawing
 * @property {string} chatType value of `chatType` for one-to-one chats
 * @property {('phone' | 'username' | 'chatId')[]} identity what a person types to say who they are, the main one first
 * @property {boolean} marks whether *bold* and the rest are shown as such
 */

/** @type {Record<string, Transport>} */
const known = {
	whatsapp: transport('WhatsApp', 'Wa', 'whatsapp', ['phone'], true),
	wapi: transport('WhatsApp Business API', 'Wb', 'whatsapp', ['phone'], true),
	tgapi: transport('Telegram', 'Tg', 'telegram', ['username', 'phone'], false),
	telegram: transport('Telegram bot', 'Tb', 'telegram', ['username', 'phone'], true),
	instagram: transport('Instagram', 'Ig', 'instagram', ['username'], false),
	vk: transport('VK', 'Vk', 'vk', ['chatId'], false),
	avito: transport('Avito', 'Av', 'avito', ['chatId'], false),
	viber: transport('Viber', 'Vi', 'viber', ['phone'], true),
	max: transport('MAX', 'Mx', 'max', ['phone'], false),
	maxbot: transport('MAX bot', 'Mb', 'max', ['phone'], false),
};

/**
 * @param {string} label
 * @param {string} badge
 * @param {string} chatType
 * @param {Transport['identity']} identity
 * @param {boolean} marks
 * @returns {Transport}
 */
function transport(label, badge, chatType, identity, marks) {
	return { label, badge, chatType, identity, marks };
}

/**
 * Facts about a transport; one we do not know is shown by its own name.
 * @param {string} name value of `transport` in GET /v3/channels
 * @returns {Transport}
 */
export function transportOf(name) {
	return known[name] ?? transport(name, name.slice(0, 2), name, ['chatId'], false);
}

/** States a channel can be put in from the page, those of GET /v3/channels. */
export const channelStates = [
	'active',
	'init',
	'disabled',
	'phoneUnavailable',
	'qr',
	'openElsewhere',
	'notEnoughMoney',
	'foreignphone',
	'unauthorized',
	'waitForPassword',
	'blocked',
	'onModeration',
	'rejected',
];
