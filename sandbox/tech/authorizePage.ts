import { authorize } from '../../api/tech/oauth';
import { Refusal } from '../refusal';
import type { Answer, Call } from '../surface';
import type { TechAccount } from './account';
import { button, escaped, page, redirect, withQuery } from './html';
import { readScopes } from './oauth';
import { complaints } from './sentences';

const list = (lines: string[]) =>
	`<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`;

const wrongRequest = (errors: string[]) =>
	page('This link is not right', `<p>Wazzup can't ask for access:</p>${list(errors)}`, 400);

const scopesOf = (scope: string): string[] | undefined => {
	try {
		return readScopes(scope, 'scope');
	} catch (error) {
		if (error instanceof Refusal) return undefined;
		throw error;
	}
};

/** Who is asked: the account that is named, else the one whose owner registered alone. */
function accountFor({ world }: Call, named: string | undefined): TechAccount | undefined {
	const accounts = [...world.tech.accounts.values()];
	return named === undefined
		? accounts.find(({ partner }) => partner === undefined)
		: world.tech.accounts.get(named);
}

/** GET /v2/oauth/authorize: asks the customer, and sends the browser back with `code` and `state`, or with `error` (tech 2.2). */
export function answerAuthorize(call: Call): Answer {
	const { tech } = call.world;
	const given = Object.fromEntries(
		Object.entries(call.query).map(([name, value]) => [name, String(value)]),
	);
	const { _auto: decision, _account: named, ...query } = given;
	const errors = complaints(authorize.query, query);
	if (errors.length > 0) return wrongRequest(errors);
	const { client_id, redirect_uri, scope, state, code_challenge } = authorize.query.parse(query);
	const partner = tech.partners.find(({ clientId }) => clientId === client_id);
	const scopes = scopesOf(scope);
	const account = accountFor(call, named);
	if (!partner) return wrongRequest(['client_id is unknown']);
	if (!scopes) return wrongRequest(['scope is unknown']);
	if (!account) return wrongRequest(['There is no such account.']);
	if (decision === 'allow') {
		const code = tech.tokens.addCode({
			partner: partner.email,
			account: account.accountId,
			redirectUri: redirect_uri,
			challenge: code_challenge,
			scopes,
		});
		return redirect(withQuery(redirect_uri, { code, state }));
	}
	if (decision === 'refuse') {
		return redirect(withQuery(redirect_uri, { error: 'access_denied', state }));
	}
	const here = `${call.world.techUrl}${authorize.path}`;
	const choice = (auto: string) =>
		withQuery(here, { ...query, _auto: auto, _account: account.accountId });
	const others = [...tech.accounts.values()].filter((other) => other !== account);
	return page(
		'Allow access?',
		`<p>${escaped(partner.email)} asks for ${scopes.join(' and ')} of the account ${account.accountId} (${escaped(account.card.name)}).</p>` +
			`<p>${button('Allow', choice('allow'))}${button('Refuse', choice('refuse'))}</p>` +
			`<p>Sign in as another account: ${others
				.map(({ accountId }) =>
					button(accountId, withQuery(here, { ...query, _account: accountId })),
				)
				.join('')}</p>`,
	);
}
