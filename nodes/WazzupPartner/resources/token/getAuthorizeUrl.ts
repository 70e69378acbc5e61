import { z } from 'zod/v4';
import { authorize } from '../../../../api/tech/oauth';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { checkCall } from '../../../shared/runners/perItem';
import { steps } from '../../../shared/runners/steps';
import {
	clientIdField,
	readClientId,
	readRedirectUrl,
	readScope,
	redirectUrlField,
	scopeField,
} from './fields';
import { challengeOf, newState, newVerifier } from './pkce';

export const getAuthorizeUrl: Operation = {
	value: 'getAuthorizeUrl',
	name: 'Get Authorize URL',
	action: 'Get authorize URL for customer',
	description:
		'Make the link under which a customer with an own login allows your integration into their account. Sends nothing.',
	fields: [
		notice(
			'authorizeNotice',
			'Keep state and verifier until the customer comes back: a wrong state means that somebody else sent them, and Exchange Code needs the verifier, which is a secret.',
		),
		clientIdField,
		redirectUrlField,
		scopeField,
		{
			displayName: 'State',
			name: 'state',
			type: 'string',
			default: '',
			description:
				'Comes back unchanged with the customer. When empty, a random one is made, which nobody can guess.',
		},
	],
	runner: steps({
		endpoints: [authorize],
		output: z.object({
			url: z.string(),
			state: z.string(),
			verifier: z.string(),
			challenge: z.string(),
		}),
		steps: async (parameters, _call, run) => {
			const verifier = newVerifier();
			const challenge = challengeOf(verifier);
			const state = parameters.text('state') ?? newState();
			const query = {
				response_type: 'code' as const,
				client_id: readClientId(parameters),
				redirect_uri: readRedirectUrl(parameters),
				scope: readScope(parameters),
				state,
				code_challenge: challenge,
				code_challenge_method: 'S256' as const,
			};
			const unfit = checkCall(run, parameters.itemIndex, { endpoint: authorize, query });
			if (unfit) throw unfit;
			const { baseUrl } = run.connection(parameters.itemIndex);
			const url = `${baseUrl}${authorize.path}?${new URLSearchParams(query).toString()}`;
			return await Promise.resolve({ url, state, verifier, challenge });
		},
	}),
};
