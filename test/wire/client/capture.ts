import type { IDataObject } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import {
	capture,
	expectRequest,
	type Capture,
	type CapturedReply,
	type CapturedRequest,
} from '../capture';

const token = 'canary-token';

/** {@link capture} with the Wazzup Client node and a pasted client token. */
export async function captureTech(
	parameters: IDataObject,
	replies: Parameters<typeof capture>[1] = { body: { data: null } },
	options: Parameters<typeof capture>[2] = {},
): Promise<Capture> {
	return await capture({ authentication: 'clientToken', ...parameters }, replies, {
		nodeType: new WazzupClient(),
		credentialType: 'wazzupClientApi',
		credentials: { accessBy: 'accessToken', clientAccessToken: token },
		...options,
	});
}

/** Checks one request: exactly this method, path, query and body, the token as Bearer, JSON where there is a body. */
export function expectTechRequest(
	request: CapturedRequest | undefined,
	expected: Parameters<typeof expectRequest>[1],
): void {
	expectRequest(request, expected, `Bearer ${token}`);
}

/** A success as tech sends it. */
export const enveloped = (data: unknown): CapturedReply => ({
	body: { data, meta: { timestamp: 1759495852 } },
});
