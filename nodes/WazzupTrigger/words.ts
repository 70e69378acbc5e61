import { explainCode } from '../../api/errors';
import type { WazzupEvent } from '../../api/events/event';

/** Wazzup's error, with our sentence where it gives none; null where there is no error. */
export function errorOf(
	code: string | null | undefined,
	error: { description?: string | null } | null | undefined,
): WazzupEvent['error'] {
	if (!error) return null;
	const known = code ?? 'UNKNOWN_ERROR';
	return { code: known, message: error.description ?? explainCode(known)?.what ?? null };
}

/** A text, or a number as text; null for anything else. */
export const textFrom = (value: unknown): string | null =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** What an error says, for the log. */
export const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
