import { isObject } from '../../shared/parameters';
import type { TriggerFunctions } from '../surface';

/** The subscriptions that a trigger has made; kept in the static data of the node for the day they are taken back. */
export interface TechRegistration {
	url: string;
	token: string;
	/** `Connection.account`. */
	account: string;
	/** Where the node named the account (White Label). */
	accountId?: string;
	/** Ids of the subscriptions. */
	ids: string[];
}

/** What the node registered last; n8n gives a test run static data of its own. */
export function readTechRegistration(functions: TriggerFunctions): TechRegistration | undefined {
	const stored: unknown = functions.getWorkflowStaticData('node').techRegistration;
	if (!isObject(stored)) return undefined;
	const { url, token, account, accountId, ids } = stored;
	if (typeof url !== 'string' || typeof token !== 'string') return undefined;
	return {
		url,
		token,
		account: String(account),
		...(typeof accountId === 'string' && { accountId }),
		ids: Array.isArray(ids) ? ids.map(String) : [],
	};
}

export function storeTechRegistration(
	functions: TriggerFunctions,
	registration: TechRegistration,
): void {
	functions.getWorkflowStaticData('node').techRegistration = { ...registration };
}

export function forgetTechRegistration(functions: TriggerFunctions): void {
	delete functions.getWorkflowStaticData('node').techRegistration;
}
