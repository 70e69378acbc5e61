import { explainCode } from '../../api/errors';
import type { Refusal } from '../refusal';
import { refusedWithId } from './answer';

/**
 * `#error:CODE` in a text makes the send fail with that code, `#edit-error:` and `#delete-error:` the edit and the deletion:
 * the way to the documented codes that no request provokes by itself here.
 */
export function markedError(
	mark: 'error' | 'edit-error' | 'delete-error',
	...texts: Array<string | undefined>
): Refusal | undefined {
	for (const text of texts) {
		const code = new RegExp(`#${mark}:([A-Za-z0-9_]+)`).exec(text ?? '')?.[1];
		if (code) return refusedWithId(code, explainCode(code)?.what ?? code);
	}
	return undefined;
}
