import type { FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { ControlError } from './controlError';

/** The JSON body in its contract; no body counts as `{}`. Throws what is amiss as a ControlError. */
export function read<Body extends z.ZodType>(
	contract: Body,
	request: FastifyRequest,
): z.output<Body> {
	const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
	let given: unknown;
	try {
		given = JSON.parse(text === '' ? '{}' : text);
	} catch {
		throw new ControlError('The body is not JSON.');
	}
	const result = contract.safeParse(given);
	if (!result.success) throw new ControlError(z.prettifyError(result.error));
	return result.data;
}

/** An id of the path. */
export function param(request: FastifyRequest, name: string): string {
	return z.record(z.string(), z.string()).parse(request.params)[name] ?? '';
}
