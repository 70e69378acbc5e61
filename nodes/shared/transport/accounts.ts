import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { toAccountId } from '../../../api/tech/accounts';
import { getChannels } from '../../../api/tech/channels';
import {
	asMachine,
	exchangeMachineToken,
	forAccount,
	requestMachineToken,
} from '../../../api/tech/oauth';
import { concealed } from './conceal';
import {
	accountOf,
	open,
	type ConnectingFunctions,
	type Connection,
	type CredentialName,
} from './connection';
import { sendOnce } from './http';
import { limiterOf } from './limiter';
import { passKeeperOf, type Granted, type Pass } from './pass';
import { renewalOf, isFresh } from './refresh';
import { request, TIMEOUT, type Outcome } from './request';

/** Opens the one account that a credential is for. Throws when no credential is set. */
export async function connect(
	functions: ConnectingFunctions,
	credential: CredentialName,
): Promise<Connection> {
	const { connection, settings } = await open(functions, credential);
	return credential === 'wazzupClientApi' && settings.accessBy !== 'accessToken'
		? renewedByN8n(connection, settings)
		: connection;
}

/**
 * A connection whose access token n8n renews and stores when Wazzup answers 401. n8n does that for each request by itself,
 * and a refresh token is good only once: so one request provokes it while all others wait, and then they go out again.
 */
function renewedByN8n(connection: Connection, settings: IDataObject): Connection {
	const { functions, credential } = connection;
	// Neither token lasts, so the credential itself tells customers of one partner apart.
	const id = functions.getNode().credentials?.[credential]?.id ?? '';
	const account = accountOf(connection.account, id);
	const keeper = passKeeperOf(account);
	const stored = passOf(settings);
	if (stored) keeper.take(stored);
	const renew = async (refused?: Pass): Promise<Granted> => {
		const answer = await sendOnce(
			{ ...connection, signal: undefined },
			{
				method: getChannels.method,
				url: connection.baseUrl + getChannels.path,
				timeout: TIMEOUT,
				renews: true,
			},
		);
		const now = await functions.getCredentials<IDataObject>(credential);
		const pass = passOf(now);
		const isAccepted = answer.kind === 'answer' && answer.status < 300;
		const isNew = isFresh(now) && pass?.secret !== refused?.secret;
		if (pass && (isAccepted || isNew)) return { ok: true, pass };
		return {
			ok: false,
			failure: {
				endpoint: getChannels,
				answer: concealed(answer, connection.secrets),
				attempts: 1,
				mayHaveHappened: false,
			},
		};
	};
	return {
		...connection,
		account,
		limiter: limiterOf(account, connection.limiter.allowed),
		authorize: async (refused) => await keeper.give(async () => await renew(refused), refused),
	};
}

function passOf({ accessToken, renewAt }: IDataObject): Pass | undefined {
	return typeof accessToken === 'string' && accessToken !== ''
		? { secret: accessToken, renewAt: Number(renewAt) || 0 }
		: undefined;
}

/** The account that somebody asks for by its id. Throws a NodeOperationError for what is no account id. */
export type AccountOf = (accountId: string | undefined) => Connection;

/**
 * Opens the accounts of a partner's customers (White Label): the login gives one machine token, which is traded for one
 * token an account. Each is fetched when the first request needs it, and kept until shortly before it expires.
 */
export async function connectCustomers(functions: ConnectingFunctions): Promise<AccountOf> {
	const partner = await connect(functions, 'wazzupPartnerApi');
	return (given) => {
		const accountId = toAccountId(given ?? '');
		if (accountId === '') {
			throw new NodeOperationError(
				functions.getNode(),
				given === undefined ? 'Account ID is empty' : `Account ID "${given}" has no digits`,
				{ description: 'Give the ID of the customer, e.g. 1234-5678 or 12345678.' },
			);
		}
		return customer(partner, accountId);
	};
}

function customer(partner: Connection, accountId: string): Connection {
	const account = accountOf(partner.account, accountId);
	const keeper = passKeeperOf(account);
	// Others wait for the same token, so that nobody's cancelled execution may end its way.
	const calm: Connection = { ...partner, signal: undefined };
	return {
		...partner,
		account,
		limiter: limiterOf(account, partner.limiter.allowed),
		authorize: async (refused) =>
			await keeper.give(async () => await exchange(calm, accountId), refused),
	};
}

/** A machine token that Wazzup no longer takes is replaced once. */
async function exchange(partner: Connection, accountId: string): Promise<Granted> {
	const machine = passKeeperOf(partner.account);
	const first = await machine.give(async () => await machineToken(partner));
	if (!first.ok) return first;
	const traded = await trade(partner, accountId, first.pass);
	if (traded.ok || !isRefusedToken(traded)) return traded;
	const second = await machine.give(async () => await machineToken(partner), first.pass);
	return second.ok ? await trade(partner, accountId, second.pass) : second;
}

const isRefusedToken = (granted: Granted) =>
	!granted.ok && granted.failure.answer.kind === 'answer' && granted.failure.answer.status === 401;

async function machineToken(partner: Connection): Promise<Granted> {
	const outcome = await request(partner, { endpoint: requestMachineToken, body: asMachine() });
	return granted(outcome);
}

async function trade(partner: Connection, accountId: string, machine: Pass): Promise<Granted> {
	const outcome = await request(partner, {
		endpoint: exchangeMachineToken,
		body: forAccount(machine.secret, accountId),
	});
	return outcome.ok
		? granted(outcome, 'Bearer')
		: { ok: false, failure: { ...outcome.failure, about: `account ${accountId}` } };
}

function granted(outcome: Outcome<typeof exchangeMachineToken>, scheme?: string): Granted {
	if (!outcome.ok) return outcome;
	const { access_token: secret, expires_in } = outcome.reply.data;
	return {
		ok: true,
		pass: {
			secret,
			...(scheme && { header: `${scheme} ${secret}` }),
			renewAt: renewalOf(expires_in),
		},
	};
}
