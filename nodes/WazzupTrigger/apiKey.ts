import { connect } from '../shared/transport/accounts';
import type { Surface } from './surface';

/** What v3 and the API of 2021 have in common: the account is the one whose API key the node has. */
export const apiKeyAccount = {
	secret: async (functions) => (await functions.getCredentials('wazzupApi')).apiKey,
	connect: async (functions) => await connect(functions, 'wazzupApi'),
	accountId: () => null,
} satisfies Partial<Surface>;
