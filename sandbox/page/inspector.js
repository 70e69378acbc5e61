/** Right: what Wazzup told the workflow, and what the workflow asked of Wazzup, as it happens. */

import { clear } from './actions.js';
import { byId, element } from './dom.js';
import { deliveryRow, journalRow } from './entries.js';
import { reconcile } from './reconcile.js';
import { keptEntries, onChange, state, touch } from './store.js';

/** @typedef {'deliveries' | 'journal'} Tab */

const tabs = /** @type {const} */ ([
	{ tab: 'deliveries', label: 'Webhook', empty: 'Nothing was posted to a webhook yet.' },
	{ tab: 'journal', label: 'API requests', empty: 'Nobody called the API yet.' },
]);

/** @type {Tab} */
let openTab = 'deliveries';
let statusesShown = true;

/** @returns {{ inspect: (deliveryId: number) => void }} */
export function showInspector() {
	const head = element('div', { class: 'inspector-head' });
	const bar = element('div', { class: 'tabs' });
	const panels = tabs.map(({ tab }) => panel(tab));
	byId('inspector').replaceChildren(head, bar, ...panels.map(({ node }) => node));
	bar.append(tabList(panels), tools());
	onChange('inspector', () => {
		reconcile(head, [{ key: 'head', version: [state.webhooks, state.apiKey], draw: headline }]);
		for (const { draw } of panels) draw();
	});
	return { inspect: (id) => inspect(id, panels) };
}

function headline() {
	const { webhooksUri = null, subscriptions = {} } = state.webhooks ?? {};
	return element(
		'div',
		{},
		element('h2', {}, 'What Wazzup told your workflow'),
		webhooksUri === null
			? hint()
			: element(
					'p',
					{ 'data-testid': 'webhook-address' },
					'Events go to ',
					element('code', {}, webhooksUri),
				),
		webhooksUri !== null &&
			element(
				'ul',
				{ class: 'flags', 'aria-label': 'Subscriptions' },
				Object.entries(subscriptions).map(([name, on]) => {
					const active = on === true || on === 'true';
					return element(
						'li',
						{
							class: active ? 'flag flag-on' : 'flag',
							title: active ? 'subscribed' : 'not subscribed',
						},
						name,
					);
				}),
			),
	);
}

function hint() {
	return element(
		'div',
		{ class: 'hint', 'data-testid': 'webhook-hint' },
		element('strong', {}, 'No workflow is listening yet'),
		element(
			'ol',
			{},
			element(
				'li',
				{},
				'In n8n, fill in the Wazzup API credential: Base URL ',
				element('code', {}, window.location.origin),
				', API key ',
				element('code', { 'data-testid': 'api-key' }, state.apiKey),
			),
			element(
				'li',
				{},
				'Start the workflow with a Wazzup Trigger, then publish it or press “Execute workflow”.',
			),
			element(
				'li',
				{},
				'The trigger registers its webhook address here; write a message and watch it arrive.',
			),
		),
	);
}

/** @param {Tab} tab */
function panel(tab) {
	const list = element('ol', { class: 'entries', 'data-testid': tab });
	const node = element(
		'div',
		{ role: 'tabpanel', id: `panel-${tab}`, 'aria-labelledby': `tab-${tab}` },
		list,
	);
	const count = element('span', { class: 'tab-count' }, '0');
	const { empty } = tabs.find((entry) => entry.tab === tab) ?? tabs[0];
	const draw = () => {
		const rows =
			tab === 'journal' ? state.journal.map(journalRow) : shownDeliveries().map(deliveryRow);
		count.textContent = `${rows.length}${state[tab].length === keptEntries ? '+' : ''}`;
		node.hidden = openTab !== tab;
		reconcile(list, rows.length > 0 ? rows.reverse() : [emptyRow(empty)]);
	};
	return { tab, node, list, count, draw };
}

function shownDeliveries() {
	return state.deliveries.filter(({ kind }) => statusesShown || kind !== 'statuses');
}

/** @param {string} text */
function emptyRow(text) {
	return {
		key: 'empty',
		version: text,
		draw: () => element('li', { class: 'entries-empty' }, text),
	};
}

/** @param {ReturnType<typeof panel>[]} panels */
function tabList(panels) {
	const buttons = panels.map(({ tab, count }, index) => {
		const { label } = tabs.find((entry) => entry.tab === tab) ?? tabs[0];
		return element(
			'button',
			{
				type: 'button',
				role: 'tab',
				id: `tab-${tab}`,
				'aria-controls': `panel-${tab}`,
				'data-testid': `tab-${tab}`,
				onClick: () => choose(tab),
				onKeydown: (/** @type {KeyboardEvent} */ { key }) => {
					if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
					const next = panels[(index + 1) % panels.length];
					if (next === undefined) return;
					choose(next.tab);
					byId(`tab-${next.tab}`).focus();
				},
			},
			label,
			count,
		);
	});
	const mark = () => {
		for (const button of buttons) {
			const selected = button.id === `tab-${openTab}`;
			button.setAttribute('aria-selected', String(selected));
			button.tabIndex = selected ? 0 : -1;
		}
	};
	onChange('inspector', mark);
	return element('div', { role: 'tablist', 'aria-label': 'Inspector' }, buttons);
}

function tools() {
	const statuses = element('input', {
		type: 'checkbox',
		checked: true,
		'data-testid': 'show-statuses',
		onChange: () => {
			statusesShown = statuses.checked;
			touch('inspector');
		},
	});
	const choice = element('label', { class: 'tool' }, statuses, 'statuses');
	onChange('inspector', () => (choice.hidden = openTab !== 'deliveries'));
	return element(
		'div',
		{ class: 'tools' },
		choice,
		element(
			'button',
			{
				type: 'button',
				class: 'icon-button',
				'data-testid': 'clear',
				'aria-label': 'Clear this list',
				onClick: () => void clear(openTab),
			},
			'Clear',
		),
	);
}

/** @param {Tab} tab */
function choose(tab) {
	openTab = tab;
	touch('inspector');
}

/**
 * Opens one delivery and brings it into sight.
 * @param {number} id
 * @param {ReturnType<typeof panel>[]} panels
 */
function inspect(id, panels) {
	choose('deliveries');
	for (const { draw } of panels) draw();
	const details = document.querySelector(`[data-delivery-id="${id}"] details`);
	if (!(details instanceof HTMLDetailsElement)) return;
	details.open = true;
	details.scrollIntoView({ block: 'nearest' });
	details.querySelector('summary')?.focus();
}
