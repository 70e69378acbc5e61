import type { Sandbox } from '../../../../sandbox';
import { call, type Reply } from '../client';

/** Sends one request to the 2021 API; `path` from `/v2` on. */
export async function request(
	sandbox: Pick<Sandbox, 'apiKey' | 'url'>,
	method: string,
	path: string,
	body?: unknown,
	authorization: string | null = `Basic ${sandbox.apiKey}`,
): Promise<Reply> {
	return await call(sandbox, method, path, body, { authorization });
}
