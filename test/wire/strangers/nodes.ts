import type { ICredentialDataDecryptedObject, INodeType } from 'n8n-workflow';
import { Wazzup } from '../../../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import type { CredentialType } from '../../engine/harness';
import { client } from '../../samples/client';
import { legacy } from '../../samples/legacy';
import { partner } from '../../samples/partner';
import type { Sample } from '../../samples/sample';
import { wazzup } from '../../samples/wazzup';

/** An action node with a credential that needs no request of its own, and the ways to run its operations. */
export interface StrangersNode {
	name: string;
	samples: readonly Sample[];
	/** Where each of its routes begins. */
	prefix: string;
	nodeType: () => INodeType;
	credentialType: CredentialType;
	credentials: ICredentialDataDecryptedObject;
}

const apiKey = 'canary_api_key';

export const nodes: readonly StrangersNode[] = [
	{
		...{ name: 'Wazzup', samples: wazzup, prefix: '/v3/', nodeType: () => new Wazzup() },
		...{ credentialType: 'wazzupApi', credentials: { apiKey } },
	},
	{
		...{
			name: 'WazzupClient',
			samples: client,
			prefix: '/v2/',
			nodeType: () => new WazzupClient(),
		},
		credentialType: 'wazzupClientApi',
		credentials: { accessBy: 'accessToken', clientAccessToken: 'canary_client_token' },
	},
	{
		...{
			name: 'WazzupLegacy',
			samples: legacy,
			prefix: '/v2/',
			nodeType: () => new WazzupLegacy(),
		},
		...{ credentialType: 'wazzupApi', credentials: { apiKey } },
	},
	{
		...{ name: 'WazzupPartner', samples: partner, prefix: '/v2/' },
		nodeType: () => new WazzupPartner(),
		credentialType: 'wazzupPartnerApi',
		credentials: { email: 'partner@example.com', password: 'canary_password' },
	},
];
