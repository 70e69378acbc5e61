import { z } from 'zod/v4';

type Path = readonly PropertyKey[];

const at = (path: Path, name: string) => [...path.map(String), name].join('.');

/** What is wrong with a value, in Wazzup's words: `property x should not exist`, `x should not be empty` (tech 1.1). */
export function complaints(contract: z.ZodType, value: unknown): string[] {
	const read = contract.safeParse(value);
	const wrong = read.success ? [] : read.error.issues.flatMap((issue) => sentences(issue, value));
	return [...new Set([...strangers(contract, value), ...wrong])];
}

function sentences(issue: z.core.$ZodIssue, value: unknown): string[] {
	const { path } = issue;
	const field = path.length > 0 ? path.map(String).join('.') : 'body';
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => at(path, `property ${key} should not exist`));
		case 'invalid_type':
			return [
				memberAt(value, path) === undefined
					? `${field} should not be empty`
					: `${field} must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`,
			];
		case 'too_small':
			return [
				Number(issue.minimum) === 1 && issue.origin !== 'number'
					? `${field} should not be empty`
					: `${field} must be longer than or equal to ${issue.minimum}`,
			];
		case 'too_big':
			return [`${field} must be shorter than or equal to ${issue.maximum}`];
		case 'invalid_value':
			return [`${field} must be one of the following values: ${issue.values.join(', ')}`];
		case 'invalid_union':
			return issue.errors.length > 0
				? issue.errors
						.slice(0, 1)
						.flat()
						.flatMap((inner) => sentences({ ...inner, path: [...path, ...inner.path] }, value))
				: [`${field} is not valid: ${issue.message}`];
		default:
			return [`${field} is not valid: ${issue.message}`];
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

const memberAt = (value: unknown, path: Path): unknown =>
	path.reduce<unknown>((inner, name) => {
		if (Array.isArray(inner)) return inner[Number(name)];
		return isRecord(inner) ? inner[String(name)] : undefined;
	}, value);

/**
 * Properties that a contract names nowhere. Contracts of which some field is undocumented let them pass, Wazzup doesn't.
 * An object without any named property is one of which nothing is known: everything is taken.
 */
function strangers(contract: unknown, value: unknown, path: Path = []): string[] {
	if (contract instanceof z.ZodOptional || contract instanceof z.ZodNullable) {
		return strangers(contract.unwrap(), value, path);
	}
	if (contract instanceof z.ZodArray && Array.isArray(value)) {
		return value.flatMap((item, index) => strangers(contract.element, item, [...path, index]));
	}
	if (!(contract instanceof z.ZodObject) || !isRecord(value)) return [];
	const shape: Record<string, unknown> = contract.shape;
	const names = Object.keys(shape);
	if (names.length === 0) return [];
	return Object.entries(value).flatMap(([name, member]) =>
		names.includes(name)
			? strangers(shape[name], member, [...path, name])
			: [at(path, `property ${name} should not exist`)],
	);
}
