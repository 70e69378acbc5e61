import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import type { Call } from '../surface';
import { invalid } from './answer';
import { complaints } from './sentences';

/** A value in its contract; throws VALIDATION_FAILED, or another `code`, with a sentence for each field at fault. */
export function read<Contract extends z.ZodType>(
	contract: Contract,
	value: unknown,
	code?: string,
): z.output<Contract> {
	const errors = complaints(contract, value);
	const isStrange = errors.some((sentence) => sentence.includes('should not exist'));
	if (errors.length > 0) throw invalid(errors, isStrange ? undefined : code);
	return contract.parse(value);
}

/** The body of a request. */
export const readBody = <Body extends z.ZodType>(
	endpoint: AnyEndpoint & { body: Body },
	call: Call,
): z.output<Body> => read(endpoint.body, call.body);

/** The query of a request, with `true` and `false` as such. */
export function readQuery<Query extends z.ZodType>(
	endpoint: AnyEndpoint & { query: Query },
	call: Call,
): z.output<Query> {
	const flags: Record<string, unknown> = { true: true, false: false };
	const values = Object.entries(call.query).map(([name, value]) => [name, flags[value] ?? value]);
	return read(endpoint.query, Object.fromEntries(values));
}
