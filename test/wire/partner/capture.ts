import type { IDataObject } from 'n8n-workflow';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import { capture, expectRequest, type Capture, type CapturedRequest } from '../capture';

/** A login that nobody has: it must not show anywhere but in the header. */
export const login = { email: 'partner@example.com', password: 'canary-password' };

type Replies = Parameters<typeof capture>[1];

/** {@link capture} with the Wazzup Partner node and its login. */
export async function capturePartner(
	parameters: IDataObject,
	replies?: Replies,
	run: Parameters<typeof capture>[2] = {},
): Promise<Capture> {
	return await capture(parameters, replies, {
		nodeType: new WazzupPartner(),
		credentialType: 'wazzupPartnerApi',
		credentials: login,
		...run,
	});
}

/** Checks one request: exactly this method, path, query and body, the login as Basic, JSON where there is a body. */
export function expectPartnerRequest(
	request: CapturedRequest | undefined,
	expected: Parameters<typeof expectRequest>[1],
): void {
	const basic = Buffer.from(`${login.email}:${login.password}`).toString('base64');
	expectRequest(request, expected, `Basic ${basic}`);
}

const meta = { timestamp: 1759492896 };

/** A success as the documents show it. */
export const answered = (data: unknown) => ({ body: { data, meta } });
