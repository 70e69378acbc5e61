import { Logger } from '@n8n/backend-common';
import { escapeRegExp, range } from 'lodash';
import { LoggerProxy } from 'n8n-workflow';

/** Every text that can be reached from a value, hidden properties and keys included; parameters of nodes are left out. */
function textsIn(value: unknown, seen: Set<unknown>): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	if (value instanceof Map || value instanceof Set)
		return [...value].flatMap((one) => textsIn(one, seen));
	// An execution keeps the workflow that it ran, with the parameters as the person has typed them.
	const keys = Reflect.ownKeys(value).filter((key) => key !== 'parameters');
	const record = value as Record<string | symbol, unknown>;
	return [
		...keys.map(String),
		...keys.flatMap((key) => textsIn(record[key], seen)),
		...textsIn(storedOf(value), seen),
	];
}

/** What is written of a value into the record of an execution, where that is something else than its properties. */
function storedOf(value: object): unknown {
	const { toJSON } = value as { toJSON?: () => unknown };
	return typeof toJSON === 'function' ? toJSON.call(value) : undefined;
}

/** A text as base64 writes it, wherever in the encoded bytes it begins. */
function inBase64(text: string): string[] {
	return range(3).map((before) => {
		const bytes = Buffer.from('x'.repeat(before) + text);
		const whole = Math.floor(bytes.length / 3) * 4;
		// What stands before and behind changes the signs at the ends.
		return bytes.toString('base64').slice(before === 0 ? 0 : before + 1, whole);
	});
}

const formsOf = (secret: string) => [
	secret,
	encodeURIComponent(secret),
	JSON.stringify(secret).slice(1, -1),
	Buffer.from(secret).toString('hex'),
	...inBase64(secret),
];

/** The word that made-up secrets have in them: no form in which they are written changes it, but base64. */
export const CANARY = 'canary';

/** The texts of a value in which a secret is found, in whatever form. */
export function leaksIn(value: unknown, secrets: readonly string[] = [CANARY]): string[] {
	const sought = new RegExp(secrets.flatMap(formsOf).map(escapeRegExp).join('|'), 'i');
	return [...new Set(textsIn(value, new Set()))]
		.filter((text) => sought.test(text))
		.map((text) => text.slice(0, 300));
}

/** Everything that is logged from now on, whoever logs it. */
export function listenToLog(): unknown[] {
	const logged: unknown[] = [];
	const note = (...args: unknown[]) => void logged.push(args);
	LoggerProxy.init({ error: note, warn: note, info: note, debug: note });
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest.spyOn(Logger.prototype, level).mockImplementation(note);
		jest.spyOn(console, level).mockImplementation(note);
	}
	jest.spyOn(console, 'log').mockImplementation(note);
	return logged;
}
