import type { Answer } from './http';

const HIDDEN = '•••';

/** The answer without the secrets, should Wazzup repeat them in a refusal. A success is left as it is. */
export function concealed(answer: Answer, secrets: readonly string[]): Answer {
	const hide = (text: string) =>
		secrets
			.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text)
			.replace(/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${HIDDEN}`);
	if (answer.kind === 'notSent') return { ...answer, message: hide(answer.message) };
	if (answer.kind !== 'answer' || answer.status < 300) return answer;
	return { ...answer, body: hideWithin(answer.body, hide) };
}

/** Value by value: in the text of the whole JSON a secret may be spelled otherwise, or be a part of its grammar. */
function hideWithin(value: unknown, hide: (text: string) => string): unknown {
	if (Array.isArray(value)) return value.map((entry) => hideWithin(entry, hide));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([name, entry]) => [hide(name), hideWithin(entry, hide)]),
		);
	}
	if (typeof value === 'string') return hide(value);
	// A number may be a secret, too.
	return typeof value === 'number' && hide(String(value)) !== String(value) ? HIDDEN : value;
}
