/**
 * The only place that makes DOM nodes. Children become text nodes and addresses are checked here, so that nothing a
 * customer, a workflow or a template says can turn into markup or script.
 */

const linkSchemes = ['http:', 'https:'];
const mediaTypes = /^data:(image\/(png|jpe?g|gif|webp|bmp)|audio\/[\w.+-]+|video\/[\w.+-]+)[;,]/i;

/**
 * Gives back an address that is safe to click (http, https or a path of this server), or undefined.
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function safeLink(address) {
	if (typeof address !== 'string' || address === '') return undefined;
	if (!URL.canParse(address, window.location.href)) return undefined;
	const url = new URL(address, window.location.href);
	return linkSchemes.includes(url.protocol) ? url.href : undefined;
}

/**
 * Gives back an address that is safe to load as a picture, sound or video: a safe link, or a data: address of such a type.
 * SVG in a data: address is left out on purpose, it is a document and not only a picture.
 * @param {unknown} address
 * @returns {string | undefined}
 */
export function safeMedia(address) {
	return typeof address === 'string' && mediaTypes.test(address) ? address : safeLink(address);
}

/**
 * @typedef {string | number | boolean | undefined | null | ((event: any) => void)} AttributeValue
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * Makes an element. `onClick`-like names become listeners, `true` an empty attribute, `false`/`undefined`/`null` nothing.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 * @throws {Error} for an address that is not safe, or an inline event handler: both are mistakes of the calling code
 */
export function element(tag, attributes = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') node.addEventListener(name.slice(2).toLowerCase(), value);
		else if (value !== false && value !== undefined && value !== null) {
			assertSafeAttribute(name, value);
			node.setAttribute(name, value === true ? '' : String(value));
		}
	}
	append(node, children);
	return node;
}

/**
 * Puts children at the end of a node; strings and numbers become text.
 * @param {Node} node
 * @param {(Child | Child[])[]} children
 */
export function append(node, children) {
	for (const child of children.flat()) {
		if (child === null || child === undefined || child === false) continue;
		node.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
	}
}

/**
 * Finds an element that index.html promises.
 * @param {string} id
 * @returns {HTMLElement}
 * @throws {Error} when index.html and the code have drifted apart
 */
export function byId(id) {
	const node = document.getElementById(id);
	if (node === null) throw new Error(`index.html has no element with the id "${id}"`);
	return node;
}

const icons = {
	edit: 'M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4',
	plus: 'M12 5v14M5 12h14',
	attach:
		'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.8 4.8L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14.5 7',
	send: 'M4 12l16-8-6 17-3-7-7-2zM11 14l9-10',
	reply: 'M10 6L4 12l6 6M4 12h9a7 7 0 0 1 7 7',
	close: 'M6 6l12 12M18 6L6 18',
	file: 'M6 3h8l4 4v14H6zM14 3v4h4',
	open: 'M14 4h6v6M20 4l-9 9M18 13v7H4V6h7',
	clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
	again: 'M20 5v5h-5M20 10a8 8 0 1 0 .5 5',
	tick: 'M5 13l4 4L19 7',
	ticks: 'M2 13l4 4L15 7M11 16l1 1L22 7',
	warning: 'M12 4L2.5 20h19zM12 10v4M12 17v.5',
};

/**
 * Draws one of our own line icons.
 * @param {keyof typeof icons} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('class', `icon icon-${name}`);
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	path.setAttribute('d', icons[name]);
	svg.appendChild(path);
	return svg;
}

/**
 * @param {string} name
 * @param {AttributeValue} value
 */
function assertSafeAttribute(name, value) {
	if (/^on/i.test(name)) throw new Error(`${name} must be a function`);
	if (name === 'href' && safeLink(value) === undefined) throw new Error('unsafe link');
	if (name === 'src' && safeMedia(value) === undefined) throw new Error('unsafe media address');
}
