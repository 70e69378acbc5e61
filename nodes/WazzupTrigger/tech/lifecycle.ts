import type { IHookFunctions } from 'n8n-workflow';
import { difference, uniq, uniqBy } from 'lodash';
import { toAccountId } from '../../../api/tech/accounts';
import { customerAccount, namedAccount } from '../../shared/tech/account';
import { connect, connectCustomers } from '../../shared/transport/accounts';
import type { Connection } from '../../shared/transport/connection';
import { ownAddress, type OwnAddress } from '../address';
import { checkReachable } from '../reachable';
import { readEvents, readManualToken } from '../settings';
import type { Lifecycle, TriggerFunctions } from '../surface';
import { textOf } from '../words';
import { techEvents, wireNameOf } from './events';
import {
	forgetTechRegistration,
	readTechRegistration,
	storeTechRegistration,
	type TechRegistration,
} from './registration';
import { Subscriptions, type Subscription } from './subscriptions';

/** What only Wazzup and this node know, and what stays the same while tokens come and go. */
export async function secret(functions: TriggerFunctions): Promise<unknown> {
	const credential = namedAccount(functions) === undefined ? 'wazzupClientApi' : 'wazzupPartnerApi';
	const { accessBy, clientAccessToken, password } = await functions.getCredentials(credential);
	return accessBy === 'accessToken' ? clientAccessToken : password;
}

/** The subscriptions of an account that are this node's, and what there is to do about them. */
interface Plan {
	connection: Connection;
	subscriptions: Subscriptions;
	own: OwnAddress;
	/** All of the account. */
	current: Subscription[];
	/** Events that this address lacks. */
	missing: string[];
	/** This node's own that are not asked for any more. */
	surplus: Subscription[];
}

/**
 * tech has one subscription for each event and address. A trigger makes those that it lacks and removes its own; an
 * address holds the token of its node, so whatever goes to that address is the node's own too.
 */
export const lifecycle: Lifecycle = {
	async checkExists(functions) {
		if (readManualToken(functions) !== undefined) return true;
		const planned = await plan(functions);
		const { connection, missing, surplus } = planned;
		const registered = readTechRegistration(functions);
		if (missing.length > 0 || surplus.length > 0) return false;
		if (registered && isElsewhere(registered, functions, connection)) return false;
		note(functions, planned, planned.current);
		return true;
	},

	async create(functions) {
		const planned = await plan(functions);
		const { connection, subscriptions, own, current, missing, surplus } = planned;
		checkReachable(functions.getNode(), own.uri, connection.baseUrl);
		const now = await subscriptions.create(own.uri, missing, current);
		await leaveEarlier(functions, connection, current);
		const refused = await subscriptions.remove(surplus.map(({ id }) => id));
		note(functions, planned, now, refused ? surplus : []);
		if (refused) warn(functions, 'subscriptions that are not needed any more stay', refused);
		return true;
	},

	async remove(functions) {
		const registered = readTechRegistration(functions);
		if (!registered) return true;
		try {
			const connection = await connectionOf(functions, registered);
			await removeFrom(new Subscriptions(functions, connection), registered);
			forgetTechRegistration(functions);
			return true;
		} catch (error) {
			warn(functions, 'the subscriptions could not be removed, Wazzup goes on delivering', error);
			return false;
		}
	},

	registeredToken: (functions) => readTechRegistration(functions)?.token,
};

async function plan(functions: IHookFunctions): Promise<Plan> {
	const connection = await customerAccount(functions);
	const subscriptions = new Subscriptions(functions, connection);
	const own = await ownAddress(functions, { secret });
	const current = await subscriptions.read();
	const wanted = uniq(readEvents(functions, techEvents).map(wireNameOf));
	const here = current.filter(({ url }) => url === own.uri);
	const kept = uniqBy(
		here.filter(({ event }) => wanted.includes(event)),
		'event',
	);
	const missing = difference(
		wanted,
		kept.map(({ event }) => event),
	);
	const registered = readTechRegistration(functions);
	const surplus = difference(mine(current, registered, own.uri), kept);
	return { connection, subscriptions, own, current, missing, surplus };
}

/** The subscriptions of a node: those that it made, and those to its address. */
const mine = (
	all: Subscription[],
	registered: TechRegistration | undefined,
	...urls: string[]
): Subscription[] =>
	all.filter(({ id, url }) => urls.includes(url) || registered?.ids.includes(id));

/** Notes which subscriptions are this node's; `left` are those that could not be removed. */
function note(
	functions: IHookFunctions,
	{ connection, own }: Plan,
	all: Subscription[],
	left: Subscription[] = [],
): void {
	const accountId = namedAccount(functions);
	const here = all.filter(({ url }) => url === own.uri);
	storeTechRegistration(functions, {
		url: own.uri,
		token: own.token,
		account: connection.account,
		...(accountId !== undefined && { accountId: toAccountId(accountId) }),
		ids: uniq([...here, ...left].map(({ id }) => id)),
	});
}

/** Whether the node had its subscriptions in another account before its parameters or its credential were changed. */
function isElsewhere(
	registered: TechRegistration,
	functions: IHookFunctions,
	connection: Connection,
): boolean {
	const accountId = namedAccount(functions);
	return accountId === undefined && registered.accountId === undefined
		? registered.account !== connection.account
		: registered.accountId !== toAccountId(accountId ?? '');
}

/** Takes back what the node has in another account than now. Where nothing lets it in there any more, the log says so. */
async function leaveEarlier(
	functions: IHookFunctions,
	connection: Connection,
	current: Subscription[],
): Promise<void> {
	const registered = readTechRegistration(functions);
	if (!registered || !isElsewhere(registered, functions, connection)) return;
	// A token that was pasted anew leads to the same account, where they are surplus.
	if (current.some(({ id }) => registered.ids.includes(id))) return;
	const stay = 'what this node has subscribed to in the account that it had before stays there';
	try {
		const earlier = await connectionOf(functions, registered);
		if (earlier.account === connection.account) {
			functions.logger.warn(`Wazzup Trigger: ${stay}, if it was another one`);
			return;
		}
		await removeFrom(new Subscriptions(functions, earlier), registered);
	} catch (error) {
		warn(functions, stay, error);
	}
}

/** The account in which a registration was made, as far as the credentials of the node still reach it. */
async function connectionOf(
	functions: IHookFunctions,
	{ accountId }: TechRegistration,
): Promise<Connection> {
	return accountId === undefined
		? await connect(functions, 'wazzupClientApi')
		: (await connectCustomers(functions))(accountId);
}

/** Throws where Wazzup refuses. */
async function removeFrom(
	subscriptions: Subscriptions,
	registered: TechRegistration,
): Promise<void> {
	const own = mine(await subscriptions.read(), registered, registered.url);
	const refused = await subscriptions.remove(own.map(({ id }) => id));
	if (refused) throw refused;
}

const warn = (functions: IHookFunctions, what: string, error: unknown) =>
	functions.logger.warn(`Wazzup Trigger: ${what}: ${textOf(error)}`);
