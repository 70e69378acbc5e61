import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CredentialType } from '../../engine/harness';
import type { Grants } from './echo';
import { CANARY } from './leaks';

/** A secret with characters that JSON, HTML and addresses each write in another way. */
export const canary = (name: string) => `${CANARY}-"${name}"<&>+/=\\%41 é`;
/** One that fits into a header, and that could be read as the code of an error. */
export const plainCanary = (name: string) => `${CANARY}_${name}`;

/** One credential as it lets a node in. */
export interface Door {
	name: string;
	credentialType: CredentialType;
	credentials: ICredentialDataDecryptedObject;
	/** The parameter of the nodes that have several credentials. */
	authentication?: string;
	/** Which tokens the server gives. */
	grants: Grants;
}

const login = { email: `${CANARY}@example.com`, password: canary('password') };
const renewed = { accessBy: 'refreshToken', clientId: `${CANARY}-client`, ...login };
const pasted = { accessBy: 'accessToken', clientAccessToken: plainCanary('client_token') };
const client = { credentialType: 'wazzupClientApi', authentication: 'clientToken' } as const;
const partner = {
	credentialType: 'wazzupPartnerApi',
	authentication: 'partnerLogin',
	credentials: login,
} as const;

export const keyDoor: Door = {
	...{ name: 'API key', credentialType: 'wazzupApi', grants: 'none' },
	credentials: { apiKey: plainCanary('api_key') },
};

/** Every way into the account of a partner's customer that gets as far as the account. */
export const clientDoors: readonly Door[] = [
	{ name: 'pasted token', ...client, credentials: pasted, grants: 'none' },
	{
		...{ name: 'refresh token', ...client, grants: 'all' },
		credentials: { ...renewed, refreshToken: canary('refresh') },
	},
	{ name: 'partner login', ...partner, grants: 'all' },
];

/** Ways that end before the account: no token is given. */
export const closedDoors: readonly Door[] = [
	{
		...{ name: 'refresh token that is refused', ...client, grants: 'none' },
		credentials: { ...renewed, refreshToken: canary('refresh') },
	},
	{ name: 'machine token that cannot be traded', ...partner, grants: 'machine' },
	{ name: 'partner login that is refused', ...partner, grants: 'none' },
];

export const partnerDoor = (grants: Grants): Door => ({
	...partner,
	...{ name: `tokens: ${grants}`, authentication: undefined, grants },
});
