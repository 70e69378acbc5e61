import type { Sandbox } from '../sandbox';
import type { Editor } from './editor';
import type { StoredCredential } from './workflow';

/**
 * The credentials of the sandbox, by their type: the account owner's ordinary key, the login of the first partner, and the
 * refresh token of that partner's customer `12345678`.
 */
export type SandboxCredentials = Record<
	'wazzupApi' | 'wazzupPartnerApi' | 'wazzupClientApi',
	StoredCredential
>;

/** Creates the credentials in n8n, or brings those of an earlier sandbox up to date. */
export async function saveCredentials(
	editor: Editor,
	sandbox: Sandbox,
): Promise<SandboxCredentials> {
	const { email, password, clientId } = sandbox.partner;
	const pace = { requestsPer5Seconds: 500 };
	return {
		wazzupApi: await editor.saveCredential({
			name: 'Wazzup sandbox',
			type: 'wazzupApi',
			data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...pace },
		}),
		wazzupPartnerApi: await editor.saveCredential({
			name: 'Wazzup partner sandbox',
			type: 'wazzupPartnerApi',
			data: { email, password, baseUrl: sandbox.techUrl, ...pace },
		}),
		wazzupClientApi: await editor.saveCredential({
			name: 'Wazzup client sandbox',
			type: 'wazzupClientApi',
			data: {
				accessBy: 'refreshToken',
				refreshToken: sandbox.control.tech.refreshToken(),
				...{ clientId, email, password, baseUrl: sandbox.techUrl },
				...pace,
			},
		}),
	};
}
