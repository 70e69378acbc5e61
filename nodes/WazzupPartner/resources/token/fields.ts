import type { INodeProperties } from 'n8n-workflow';
import { fullScope, scopes } from '../../../../api/tech/oauth';
import { notice } from '../../../shared/fields/notice';
import type { Parameters } from '../../../shared/parameters';

export const tokensAreSecret = notice(
	'secretNotice',
	'The output carries secrets, and n8n keeps it in the saved data of executions: whoever has them can act for the customer. Under Settings of the workflow, executions can be left unsaved.',
);

export const clientIdField: INodeProperties = {
	displayName: 'Client ID',
	name: 'clientId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. my-crm',
	description: 'Your client_id, as your Wazzup manager issued it',
};

export const redirectUrlField: INodeProperties = {
	displayName: 'Redirect URL',
	name: 'redirectUri',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/redirect',
	description:
		'Where Wazzup sends the browser of the customer back to; it is registered with Wazzup',
};

export const scopeField: INodeProperties = {
	displayName: 'Permissions',
	name: 'scope',
	type: 'multiOptions',
	options: [
		{ name: 'CRM', value: 'crm', description: 'Contacts, deals, funnels, users' },
		{ name: 'Transport', value: 'transport', description: 'Channels and messages' },
	],
	default: [...scopes],
	description: 'What the tokens are good for. All known integrations ask for both.',
};

/** Throws an input error when it is empty. */
export const readClientId = (parameters: Parameters): string =>
	parameters.required('clientId', 'Client ID').trim();

/** Throws an input error when it is empty. */
export const readRedirectUrl = (parameters: Parameters): string =>
	parameters.required('redirectUri', 'Redirect URL').trim();

/** The permissions, joined as all known clients send them; both when both are asked for, in whatever order. */
export function readScope(parameters: Parameters): string {
	const asked = parameters.list('scope');
	if (asked.length === 0) {
		parameters.refuse('Permissions is empty', 'Choose at least one permission.');
	}
	const isFull = scopes.every((scope) => asked.includes(scope)) && asked.length === scopes.length;
	return isFull ? fullScope : asked.join(',');
}
