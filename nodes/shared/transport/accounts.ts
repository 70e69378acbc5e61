import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { toAccountId } from '../../../api/tech/accounts';
import { getChannels } from '../../../api/tech/channels';
import {
	asMachine,
	exchangeMachineToken,
	forAccount,
	requestMachineToken,
} from '../../../api/tech/oauth';
import {
	accountOf,
	open,
	type ConnectingFunctions,
	type Connection,
	type CredentialName,
} from './connection';
import { limiterOf } from './limiter';
import { passKeeperOf, type Granted, type Pass } from './pass';
import { renewalOf, isFresh } from './refresh';
import { request, type Failure, type Outcome } from './request';

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
	const limiter = limiterOf(account, connection.limiter.allowed);
	const renewing: Connection = { ...lasting({ ...connection, limiter }), renews: true };
	const renew = async (refused?: Pass): Promise<Granted> => {
		// Never cut short: a refresh token that Wazzup has replaced has to be stored.
		const outcome = await request(renewing, { endpoint: anyRead });
		if (isRefused(outcome)) return outcome;
		const now = await readAgain(renewing);
		const pass = passOf(now);
		const isNew = isFresh(now) && pass?.secret !== refused?.secret;
		// Another worker may have got a new one, and then the refresh token of this one was used up.
		if (pass && (outcome.ok || isNew)) return { ok: true, pass };
		return outcome.ok ? nothingStored : outcome;
	};
	return {
		...connection,
		account,
		limiter,
		authorize: async (refused) => await keeper.give(async () => await renew(refused), refused),
	};
}

/** What a renewal asks for: the cheapest thing that every account has, whatever it answers. */
const anyRead = { ...getChannels, reply: z.unknown() };

const nothingStored: Granted = {
	ok: false,
	failure: {
		endpoint: anyRead,
		answer: { kind: 'notSent', message: 'n8n has stored no access token' },
		attempts: 0,
		mayHaveHappened: false,
	},
};

/** The credential as it is stored now; nothing where it can no longer be had, e.g. because somebody deleted it. */
async function readAgain({ functions, credential }: Connection): Promise<IDataObject> {
	try {
		return await functions.getCredentials<IDataObject>(credential);
	} catch {
		return {};
	}
}

function passOf({ accessToken, renewAt }: IDataObject): Pass | undefined {
	return typeof accessToken === 'string' && accessToken !== ''
		? { secret: accessToken, renewAt: Number(renewAt) || 0 }
		: undefined;
}

/**
 * The same connection beyond the end of its execution, for a token that others wait for, too: n8n cuts off the requests
 * of functions that know of a cancellation.
 */
function lasting(connection: Connection): Connection {
	const { functions } = connection;
	return {
		...connection,
		signal: undefined,
		functions: {
			helpers: functions.helpers,
			getNode: () => functions.getNode(),
			getCredentials: functions.getCredentials.bind(functions),
		},
	};
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
	// Others may wait for the same token: a cancelled execution ends its way only if nobody does.
	const shared = lasting(partner);
	return {
		...partner,
		account,
		limiter: limiterOf(account, partner.limiter.allowed),
		authorize: async (refused) =>
			await keeper.give(
				async (signal) => await exchange({ ...shared, signal }, accountId),
				refused,
				partner.signal,
			),
	};
}

/** A machine token that Wazzup no longer takes is replaced once. */
async function exchange(partner: Connection, accountId: string): Promise<Granted> {
	const machine = passKeeperOf(partner.account);
	const get = async (signal: AbortSignal) => await machineToken({ ...partner, signal });
	const first = await machine.give(get, undefined, partner.signal);
	if (!first.ok) return first;
	const traded = await trade(partner, accountId, first.pass);
	if (!isRefused(traded)) return traded;
	const second = await machine.give(get, first.pass, partner.signal);
	return second.ok ? await trade(partner, accountId, second.pass) : second;
}

/** Whether Wazzup does not take what the request was let through with. */
const isRefused = (
	outcome: { ok: true } | { ok: false; failure: Failure },
): outcome is { ok: false; failure: Failure } =>
	!outcome.ok && outcome.failure.answer.kind === 'answer' && outcome.failure.answer.status === 401;

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
