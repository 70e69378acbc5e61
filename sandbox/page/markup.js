/** Message text as a messenger would show it: *bold*, _italic_, ~strike~, ```monospace```, and links that can be clicked. */

import { element, safeLink } from './dom.js';

const tokens =
	/```([\s\S]+?)```|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_/])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])|(https?:\/\/[^\s<>"']*[^\s<>"'.,:;!?)\]])/g;

/**
 * Turns text into nodes. Transports without markup (Telegram personal, Instagram, MAX, VK, Avito) show the marks as typed.
 * @param {string} text
 * @param {boolean} marks whether the transport understands *bold* and the rest
 * @param {boolean} [links] false where a link has no place, such as inside a button
 * @returns {Node[]}
 */
export function formatted(text, marks, links = true) {
	const nodes = [];
	let end = 0;
	for (const match of text.matchAll(tokens)) {
		const node = tokenNode(match, marks, links);
		if (node === undefined) continue;
		nodes.push(document.createTextNode(text.slice(end, match.index)), node);
		end = match.index + match[0].length;
	}
	nodes.push(document.createTextNode(text.slice(end)));
	return nodes;
}

/**
 * @param {RegExpMatchArray} match
 * @param {boolean} marks
 * @param {boolean} links
 * @returns {Node | undefined}
 */
function tokenNode([, code, bold, italic, strike, address], marks, links) {
	if (address !== undefined) {
		const href = links ? safeLink(address) : undefined;
		if (href === undefined) return undefined;
		return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, address);
	}
	if (!marks) return undefined;
	if (code !== undefined) return element('code', {}, code);
	if (bold !== undefined) return element('strong', {}, ...formatted(bold, marks, links));
	if (italic !== undefined) return element('em', {}, ...formatted(italic, marks, links));
	return element('s', {}, ...formatted(strike ?? '', marks, links));
}
