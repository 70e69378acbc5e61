import type { AnyEndpoint, ReplyOf } from '../../../api/endpoint';
import type { Connection } from './connection';
import { apiError, type Place } from './errors';
import { request, type Call } from './request';

/** Sends a request and gives its reply. Throws the NodeApiError when it fails. */
export type CallFunction = <E extends AnyEndpoint>(call: Call<E>) => Promise<ReplyOf<E>>;

/** A function that sends requests over a connection. `place` says where its errors belong. */
export function callOn(connection: Connection, place?: Place): CallFunction {
	return async (call) => {
		const outcome = await request(connection, call);
		if (!outcome.ok) throw apiError(connection.functions.getNode(), outcome.failure, place);
		return outcome.reply;
	};
}
