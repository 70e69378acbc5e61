import { sameCode } from '../../../api/codes';
import type { AnyEndpoint } from '../../../api/endpoint';
import { badEntities } from '../../../api/errors';
import type { Run } from '../run';
import { apiError, readRefusal } from '../transport/errors';
import type { Failure } from '../transport/request';
import { aboutOf, type Entry } from './entries';

/** Positions of the entities that a refusal names, with the fields it names. */
export function blamed<Entity>(
	failure: Failure,
	batch: Array<Entry<Entity>>,
): Map<number, string[]> {
	const sent = batch.map(({ entity }) => entity);
	const named = badEntities(readRefusal(failure.answer).data, sent);
	return new Map(
		named.filter(({ index }) => index < batch.length).map(({ index, fields }) => [index, fields]),
	);
}

/**
 * Whether Wazzup refused the whole body because of some of its entities. What it says of the token for the request, which
 * may have the same code, is not about them.
 */
export function refusesEntities(
	failure: Failure,
	endpoint: AnyEndpoint,
	codes = endpoint.bulk?.rejections ?? [],
): boolean {
	if (failure.endpoint !== endpoint) return false;
	const { code } = readRefusal(failure.answer);
	return code !== undefined && codes.some((known) => sameCode(known, code));
}

/** Fails one entity of a request, with the fields that Wazzup named for it. */
export function failEntry<Entity>(
	run: Run,
	failure: Failure,
	entry: Entry<Entity>,
	fields?: string[],
): void {
	const { itemIndex, entity } = entry;
	run.fail(itemIndex, apiError(run.node, failure, { itemIndex, fields }), aboutOf(entity));
}
