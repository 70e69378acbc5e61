import { createHash } from 'node:crypto';
import type { z } from 'zod/v4';
import {
	authorize,
	requestToken,
	scopes as knownScopes,
	type codeGrant,
	type exchangeGrant,
	type machineGrant,
	type refreshGrant,
} from '../../api/tech/oauth';
import { Refusal } from '../refusal';
import type { Answer, Call, Route } from '../surface';
import { forbidden, invalid, ok, unknownToken } from './answer';
import { answerAuthorize } from './authorizePage';
import { readBody } from './checks';
import type { Partner } from './tech';

/** Scopes as they are sent: joined by commas, blanks or both. Throws VALIDATION_FAILED for one that is none. */
export function readScopes(scope: string, field: string): string[] {
	const asked = scope.split(/[\s,]+/).filter((part) => part !== '');
	const isKnown = asked.every((part) => knownScopes.some((known) => known === part));
	if (asked.length === 0 || !isKnown) {
		throw invalid([`${field} must be one of the following values: ${knownScopes.join(', ')}`]);
	}
	return asked;
}

/** The partner who asks; the gate has let no other request in. */
export function partnerOf({ world, caller }: Call): Partner {
	const partner = world.tech.partners.find(({ email }) => email === caller.partner);
	if (!partner) throw new Error('A request without a partner login has passed the gate.');
	return partner;
}

function checkClient(partner: Partner, clientId: string, field: string): void {
	if (partner.clientId !== clientId) throw invalid([`${field}.client_id is unknown`]);
}

const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

/** The code, its redirect address and its verifier have to be those of the authorize page. */
function exchangeCode(call: Call, { authorize_code_data }: z.output<typeof codeGrant>) {
	const field = 'authorize_code_data';
	const { code, redirect_uri, client_id, code_verifier } = authorize_code_data;
	const partner = partnerOf(call);
	checkClient(partner, client_id, field);
	const found = call.world.tech.tokens.takeCode(code);
	if (!found || found.partner !== partner.email) {
		throw invalid([`${field}.code is unknown, used or expired`]);
	}
	if (found.redirectUri !== redirect_uri) {
		throw invalid([`${field}.redirect_uri must be the one that the code was asked with`]);
	}
	if (found.challenge !== undefined && challengeOf(code_verifier ?? '') !== found.challenge) {
		throw invalid([`${field}.code_verifier does not match the code_challenge`]);
	}
	const { account, scopes } = found;
	return call.world.tech.tokens.pair({ partner: partner.email, account, scopes });
}

function machineToken(call: Call, { client_credentials_data }: z.output<typeof machineGrant>) {
	const { tokens } = call.world.tech;
	const scopes = readScopes(client_credentials_data.scope, 'client_credentials_data.scope');
	return {
		access_token: tokens.issue('machine', { partner: partnerOf(call).email, scopes }),
		expires_in: tokens.lifetime('machine'),
	};
}

/** A client token asks for no more than the machine token is good for. */
function exchangeToken(call: Call, { token_exchange_data }: z.output<typeof exchangeGrant>) {
	const { tokens, accounts } = call.world.tech;
	const { email } = partnerOf(call);
	const machine = tokens.find('machine', token_exchange_data.subject_token);
	if (machine?.partner !== email) throw new Refusal(unknownToken);
	const scopes = readScopes(token_exchange_data.scope, 'token_exchange_data.scope');
	if (!scopes.every((scope) => machine.scopes.includes(scope))) {
		throw invalid(['token_exchange_data.scope is more than that of the machine token']);
	}
	const account = token_exchange_data.requested_subject;
	if (accounts.get(account)?.partner !== email) {
		throw new Refusal(forbidden('The account was not created by this partner.'));
	}
	return tokens.pair({ partner: email, account, scopes });
}

/** Tokens rotate: the refresh token is used up by this. */
function refresh(call: Call, { refresh_token_data }: z.output<typeof refreshGrant>) {
	const { tokens } = call.world.tech;
	const partner = partnerOf(call);
	checkClient(partner, refresh_token_data.client_id, 'refresh_token_data');
	const found = tokens.find('refresh', refresh_token_data.refresh_token);
	if (!found || found.partner !== partner.email) throw new Refusal(unknownToken);
	tokens.forget(refresh_token_data.refresh_token);
	const { account, scopes } = found;
	return tokens.pair({ partner: partner.email, account, scopes });
}

function answerGrant(call: Call): Answer {
	const grant = readBody(requestToken, call);
	switch (grant.grant_type) {
		case 'authorization_code':
			return ok(call, exchangeCode(call, grant));
		case 'client_credentials':
			return ok(call, machineToken(call, grant));
		case 'refresh_token':
			return ok(call, refresh(call, grant));
		default:
			return ok(call, exchangeToken(call, grant));
	}
}

export const oauthRoutes: Route[] = [
	{ endpoint: authorize, answer: answerAuthorize },
	{ endpoint: requestToken, answer: answerGrant },
];
