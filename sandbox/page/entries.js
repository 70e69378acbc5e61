/** One line of the inspector, which opens to all that was sent and all that came back. */

import { redeliver } from './actions.js';
import { element, icon } from './dom.js';
import { jsonView } from './jsonView.js';

/**
 * @typedef {import('./types.js').Delivery} Delivery
 * @typedef {import('./types.js').JournalEntry} JournalEntry
 * @typedef {import('./reconcile.js').Row} Row
 */

const time = new Intl.DateTimeFormat(undefined, {
	hour: '2-digit',
	minute: '2-digit',
	second: '2-digit',
});

/**
 * @param {Delivery} delivery
 * @returns {Row}
 */
export function deliveryRow(delivery) {
	const { id, kind, url, body, done, status, reply, error } = delivery;
	const parts = () => [
		heading('Sent to'),
		element('p', { class: 'entry-address' }, `POST ${url}`),
		heading('What was sent'),
		jsonView(body),
		heading('What came back'),
		!done && element('p', { class: 'json-empty' }, 'nothing yet'),
		error && element('p', { class: 'problem' }, error),
		done && status !== undefined && jsonView(reply),
		done && again(id),
	];
	const keys = isObject(body) ? Object.keys(body).join(', ') : kind;
	const summary = { title: keys || kind, line: gist(body), good: status === 200, ...delivery };
	return entry(
		{ 'data-testid': 'delivery', 'data-delivery-id': id, 'data-kind': kind },
		summary,
		parts,
	);
}

/**
 * @param {JournalEntry} request
 * @returns {Row}
 */
export function journalRow(request) {
	const { id, method, path, query, body, reply, status, fault, authorization } = request;
	const parts = () => [
		isObject(query) && Object.keys(query).length > 0 && [heading('Query'), jsonView(query)],
		body !== undefined && [heading('What was asked'), jsonView(body)],
		heading('What was answered'),
		status === undefined
			? element('p', { class: 'problem' }, 'The connection was dropped.')
			: jsonView(reply),
	];
	const remarks = [
		fault && `fault: ${fault}`,
		authorization !== 'apiKey' && remark(authorization),
		errorOf(reply),
	].filter(Boolean);
	const good = status !== undefined && status < 400;
	const summary = {
		title: `${method} ${path}`,
		line: remarks.join(' · '),
		good,
		isPath: true,
		...request,
	};
	return entry(
		{ 'data-testid': 'request', 'data-request-id': id, 'data-path': path },
		summary,
		parts,
	);
}

/**
 * @param {Record<string, string | number>} attributes
 * @param {{ id: number, title: string, line: string, good: boolean, isPath?: boolean, time: string, done: boolean, status?: number, error?: string, ms?: number }} summary
 * @param {() => import('./dom.js').Child[][] | any[]} parts made only when the line is opened
 * @returns {Row}
 */
function entry(attributes, summary, parts) {
	const { id, title, line, good, isPath, done, status, error, ms } = summary;
	const mark = status ?? (error || done ? 'lost' : '…');
	const tone = !done ? '' : good ? ' status-good' : ' status-bad';
	const draw = () => {
		const body = element('div', { class: 'entry-body' });
		const fill = () => {
			if (details.open && body.childElementCount === 0) {
				for (const part of parts().flat()) if (part) body.append(part);
			}
		};
		const details = element(
			'details',
			{ onToggle: fill },
			element(
				'summary',
				{},
				element('span', { class: `status${tone}` }, mark),
				element('span', { class: `entry-title${isPath ? ' entry-title-path' : ''}`, title }, title),
				element('span', { class: 'entry-side' }, side(summary.time, ms)),
				line && element('span', { class: 'entry-line' }, line),
			),
			body,
		);
		return element('li', { class: 'entry', 'data-status': status, ...attributes }, details);
	};
	return { key: String(id), version: [title, line, done, status, error, ms], draw };
}

/**
 * @param {string} at
 * @param {number | undefined} ms
 */
function side(at, ms) {
	return [time.format(new Date(at)), ms !== undefined && `${Math.round(ms)} ms`]
		.filter(Boolean)
		.join(' · ');
}

/** @param {string} text */
function heading(text) {
	return element('h3', {}, text);
}

/** @param {number} id */
function again(id) {
	return element(
		'button',
		{
			type: 'button',
			class: 'icon-button',
			'data-testid': 'redeliver',
			onClick: () => void redeliver(id),
		},
		icon('again'),
		'Send once more',
	);
}

/**
 * What a delivery is about, in a few words.
 * @param {any} body
 * @returns {string}
 */
function gist(body) {
	if (!isObject(body)) return '';
	if (body.test === true) return 'The address is being checked';
	const messages = list(body.messages).map(
		({ isEcho, isEdited, isDeleted, contact, text, type }) => {
			const who = isEcho ? 'Business' : (contact?.name ?? 'Customer');
			const what = isDeleted ? ' (deleted)' : isEdited ? ' (edited)' : '';
			return `${who}${what}: ${text || type}`;
		},
	);
	const statuses = list(body.statuses).map(
		({ status, error }) => status + (error ? ` (${error.error})` : ''),
	);
	const channels = list(body.channelsUpdates).map(({ state }) => `Channel is ${state}`);
	const named = [body.createContact?.name, body.createDeal?.name, body.templateStatus?.name];
	return [...messages, ...statuses, ...channels, ...named.filter(Boolean)]
		.join(' · ')
		.slice(0, 160);
}

/** @param {string} authorization */
function remark(authorization) {
	const known = { none: 'no key', wrongKey: 'wrong key', sidecarKey: 'sidecar key' };
	return known[/** @type {keyof typeof known} */ (authorization)] ?? authorization;
}

/** @param {any} reply */
function errorOf(reply) {
	const error = isObject(reply) ? reply.error : undefined;
	return typeof error === 'string' ? error : error?.code;
}

/**
 * @param {any} value
 * @returns {any[]}
 */
function list(value) {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
