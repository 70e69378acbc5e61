/** Files in a message: a picture, a sound or a film where the browser can show it, else a link. */

import { element, icon, safeLink, safeMedia } from './dom.js';

/**
 * @param {{ type: string, contentUri?: string, fileName?: string }} message
 * @returns {HTMLElement}
 */
export function media({ type, contentUri = '', fileName }) {
	const src = safeMedia(contentUri);
	if (src === undefined) {
		return element(
			'p',
			{ class: 'bubble-deleted' },
			`A file at an address that is not opened: ${contentUri.slice(0, 100)}`,
		);
	}
	const name = fileName ?? nameIn(src);
	if (type === 'image') return image(src, name);
	if (type === 'audio' || type === 'video') return player(type, src, name);
	return link(src, name);
}

/**
 * @param {string} src
 * @param {string} name
 */
function image(src, name) {
	const picture = element('img', {
		class: 'media-image',
		src,
		alt: name,
		'data-testid': 'media-image',
		onError: () => whole.replaceWith(link(src, name)),
	});
	const href = safeLink(src);
	const whole =
		href === undefined
			? picture
			: element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, picture);
	return whole;
}

/**
 * @param {'audio' | 'video'} type
 * @param {string} src
 * @param {string} name
 */
function player(type, src, name) {
	const node = element(type, {
		class: `media-${type}`,
		src,
		controls: true,
		preload: 'metadata',
		'aria-label': name,
		'data-testid': `media-${type}`,
		onError: () => node.replaceWith(link(src, name)),
	});
	return node;
}

/**
 * @param {string} address
 * @param {string} name
 */
function link(address, name) {
	const href = safeLink(address);
	if (href === undefined) return element('span', { class: 'media-file' }, icon('file'), name);
	return element(
		'a',
		{
			class: 'media-file',
			href,
			target: '_blank',
			rel: 'noopener noreferrer',
			'data-testid': 'media-file',
		},
		icon('file'),
		name,
	);
}

/** @param {string} address */
function nameIn(address) {
	if (address.startsWith('data:')) return 'file';
	const last = new URL(address, window.location.href).pathname.split('/').pop() ?? '';
	try {
		return decodeURIComponent(last) || 'file';
	} catch {
		return last;
	}
}
