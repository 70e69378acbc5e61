import type { z } from 'zod/v4';

/** What a contract says about a value: `ok`, or each complaint with its path. */
export function verdict(contract: z.ZodType, value: unknown): 'ok' | string[] {
	const result = contract.safeParse(value);
	return result.success ? 'ok' : result.error.issues.map((issue) => issue.path.join('.'));
}

/** The messages a user would see. */
export function complaints(contract: z.ZodType, value: unknown): string[] {
	const result = contract.safeParse(value);
	return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

export const letters = (count: number) => 'x'.repeat(count);
export const times = <Value>(count: number, value: Value): Value[] =>
	Array.from({ length: count }, () => value);

export const channelId = 'e0629e11-2f8c-4f0a-9d58-0a5f2f4c7f11';
export const guid = '8d255e5d-6a9b-4f0f-8a53-0c2a3b1d4e5f';
