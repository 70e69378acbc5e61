import type { IDataObject } from 'n8n-workflow';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { capture, expectRequest, type Capture } from '../capture';

export const token = 'canary-token';

/** Runs the Wazzup Client node with a pasted token against a server that only writes down what comes. */
export const captureTech = async (
	parameters: IDataObject,
	replies?: Parameters<typeof capture>[1],
	options: Parameters<typeof capture>[2] = {},
): Promise<Capture> =>
	await capture({ authentication: 'clientToken', ...parameters }, replies, {
		nodeType: new WazzupClient(),
		credentialType: 'wazzupClientApi',
		credentials: { accessBy: 'accessToken', clientAccessToken: token },
		...options,
	});

/** Checks one request: exactly this method, path, query and body, the client token as Bearer. */
export const expectTech = (...[request, expected]: Parameters<typeof expectRequest>): void =>
	expectRequest(request, expected, token);
