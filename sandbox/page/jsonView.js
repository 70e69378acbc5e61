/** JSON as a person reads it: indented, coloured, still plain text that can be selected and copied. */

import { element } from './dom.js';

const parts =
	/("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;

/**
 * Shows any value; a string that holds JSON is shown as that JSON, any other string as it is.
 * @param {unknown} value
 * @returns {HTMLElement}
 */
export function jsonView(value) {
	const parsed = typeof value === 'string' ? parseOrKeep(value) : value;
	if (parsed === undefined || parsed === null || parsed === '') {
		return element('p', { class: 'json-empty' }, 'empty');
	}
	if (typeof parsed === 'string') return element('pre', { class: 'json', tabindex: '0' }, parsed);
	return element(
		'pre',
		{ class: 'json', tabindex: '0' },
		...coloured(JSON.stringify(parsed, null, 2)),
	);
}

/**
 * @param {string} text
 * @returns {Node[]}
 */
function coloured(text) {
	const nodes = [];
	let end = 0;
	for (const match of text.matchAll(parts)) {
		const [whole, string, colon, word] = match;
		nodes.push(document.createTextNode(text.slice(end, match.index)));
		const kind = string === undefined ? (word ? 'word' : 'number') : colon ? 'key' : 'string';
		nodes.push(element('span', { class: `json-${kind}` }, string ?? whole), colon ?? '');
		end = match.index + whole.length;
	}
	nodes.push(text.slice(end));
	return nodes.map((node) => (node instanceof Node ? node : document.createTextNode(node)));
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parseOrKeep(text) {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
