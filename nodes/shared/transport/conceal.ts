import { escape, isPlainObject, uniq } from 'lodash';
import type { Answer } from './http';

const HIDDEN = '•••';

/** The answer without the secrets, should Wazzup repeat them in a refusal. A success is left as it is. */
export function concealed(answer: Answer, secrets: readonly string[]): Answer {
	if (answer.kind === 'notSent')
		return { ...answer, message: concealedText(answer.message, secrets) };
	if (answer.kind !== 'answer' || answer.status < 300) return answer;
	return { ...answer, body: concealedBody(answer.body, secrets) };
}

/** A text of Wazzup's without the secrets. */
export const concealedText = (text: string, secrets: readonly string[]): string =>
	hiderOf(secrets)(text);

/** The body of a refusal without the secrets. */
export const concealedBody = (body: unknown, secrets: readonly string[]): unknown =>
	eachText(body, hiderOf(secrets));

/** Takes secrets out of texts, in whatever form JSON, pages and addresses write them. */
function hiderOf(secrets: readonly string[]): (text: string) => string {
	const forms = uniq(secrets.flatMap(formsOf));
	// The longest first: a secret may begin with another one.
	forms.sort((one, other) => other.length - one.length);
	return (text) =>
		forms
			.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
			.replace(/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${HIDDEN}`);
}

/** Names under which requests carry secrets, in the spellings of all surfaces. */
const SECRET_NAME =
	/^(code|crm_?key|authorization|pwd|.*(api|access|private|secret)_?key|.*(token|secret|pass(word|wd|phrase)|verifier|signature|credential|cookie)s?)$/i;

/**
 * The secrets in what is sent, by the names of their fields, so that no operation has to list its own, and whatever an
 * address carries behind its path. What stands under a name that says nothing cannot be told from data.
 */
export function secretsIn(sent: unknown): string[] {
	if (typeof sent === 'string') return secretsOfAddress(sent);
	if (Array.isArray(sent)) return sent.flatMap(secretsIn);
	if (!isPlainObject(sent)) return [];
	return Object.entries(sent as Record<string, unknown>).flatMap(([name, value]) =>
		SECRET_NAME.test(name) ? textsUnder(value) : secretsIn(value),
	);
}

/** Everything under the name of a secret, e.g. `{ token: { value } }`. */
function textsUnder(value: unknown): string[] {
	if (typeof value === 'string' || typeof value === 'number') return [String(value)];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsUnder);
}

/** The query of an address as a whole, what it calls a key or a token, and a password before the host. */
function secretsOfAddress(text: string): string[] {
	if (!/^\s*\w+:\/\/.*[?@#]/.test(text) || !URL.canParse(text)) return [];
	const { username, password, search, searchParams, hash } = new URL(text);
	const named = [...searchParams].filter(([name]) => SECRET_NAME.test(name) || /key$/i.test(name));
	const written = [search.slice(1), hash.slice(1), username, password];
	return [...written, ...written.map(unescaped), ...named.map(([, value]) => value)].filter(
		Boolean,
	);
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const asJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** A secret as it is, and as it looks where a refusal quotes it, or quotes a body that quotes it. */
function formsOf(secret: string): string[] {
	const written = (text: string) => [text, asJson(text), encoded(text), escape(text)];
	return [secret, secret.trim()]
		.filter((text) => text !== '')
		.flatMap(written)
		.flatMap(written);
}

/** Half of a pair of surrogates cannot stand in an address, where another sign takes its place. */
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** The same value with other texts; keys are texts, too. */
function eachText(value: unknown, change: (text: string) => string): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((one) => eachText(one, change));
	// A number may be a secret, too.
	if (typeof value === 'number' && change(String(value)) !== String(value)) return HIDDEN;
	if (!isPlainObject(value)) return value;
	const entries = Object.entries(value as Record<string, unknown>);
	return Object.fromEntries(entries.map(([key, one]) => [change(key), eachText(one, change)]));
}
