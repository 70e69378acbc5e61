/** Redraws only what changed, so that focus, open details, scroll position and a playing sound survive. */

/**
 * @typedef {object} Row
 * @property {string} key the same for the same thing
 * @property {unknown} version anything JSON; the node is drawn anew when it differs
 * @property {() => HTMLElement} draw
 */

/** @type {WeakMap<Element, Map<string, { version: string, node: HTMLElement }>>} */
const drawn = new WeakMap();

/**
 * Makes the children of a node those of the rows, in their order.
 * @param {Element} parent
 * @param {Row[]} rows
 */
export function reconcile(parent, rows) {
	const before = drawn.get(parent) ?? new Map();
	const after = new Map();
	let previous = null;
	for (const { key, version, draw } of rows) {
		const text = JSON.stringify(version) ?? '';
		const known = before.get(key);
		const node = known?.version === text ? known.node : redrawn(known?.node, draw());
		after.set(key, { version: text, node });
		place(parent, node, previous);
		previous = node;
	}
	const kept = new Set([...after.values()].map(({ node }) => node));
	for (const child of [...parent.children]) {
		if (!kept.has(/** @type {HTMLElement} */ (child))) child.remove();
	}
	drawn.set(parent, after);
}

/**
 * Moving a node that already stands in its place would stop sounds and lose focus.
 * @param {Element} parent
 * @param {HTMLElement} node
 * @param {HTMLElement | null} previous
 */
function place(parent, node, previous) {
	const next = previous === null ? parent.firstElementChild : previous.nextElementSibling;
	if (next !== node) parent.insertBefore(node, next);
}

/**
 * Hands focus and the open state of details from the old drawing to the new one.
 * @param {HTMLElement | undefined} old
 * @param {HTMLElement} node
 * @returns {HTMLElement}
 */
function redrawn(old, node) {
	if (old === undefined) return node;
	const focused = old.contains(document.activeElement) ? document.activeElement : null;
	const testId = focused?.getAttribute('data-testid');
	const open = old.querySelector('details')?.open;
	old.replaceWith(node);
	const details = node.querySelector('details');
	if (details !== null && open === true) details.open = true;
	if (testId) focusable(node, testId)?.focus();
	return node;
}

/**
 * @param {HTMLElement} node
 * @param {string} testId
 * @returns {HTMLElement | null}
 */
function focusable(node, testId) {
	const selector = `[data-testid="${CSS.escape(testId)}"]`;
	return node.matches(selector) ? node : node.querySelector(selector);
}
