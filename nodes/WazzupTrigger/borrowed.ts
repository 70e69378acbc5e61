import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { isEqual } from 'lodash';
import type { Subscriptions } from '../../api/v3/webhooks';
import type { NodeError } from '../shared/transport/errors';
import {
	isLeftBehind,
	isOfSameNode,
	isSamePlace,
	nodePathOf,
	withoutQuery,
	type OwnAddress,
} from './address';
import { checkReachable } from './reachable';
import {
	forgetEarlier,
	forgetRegistration,
	knowsEarlier,
	readRegistration,
	recallEarlier,
	rememberEarlier,
	storeRegistration,
	type Registration,
	type Target,
} from './registration';
import { isTest, readManualToken, takesOver } from './settings';
import type { Lifecycle } from './surface';
import { textOf } from './words';

const NOTHING: Subscriptions = {
	messagesAndStatuses: false,
	contactsAndDealsCreation: false,
	channelsUpdates: false,
	templateStatus: false,
};

/** What the account delivers, and where to; `uri` is undefined when no address was ever set. */
export interface Current {
	uri?: string;
	subscriptions: Subscriptions;
}

/** The webhook settings of an account that has one address. Where it delivers everything, all switches read as on. */
export interface AddressAccount {
	/** Tells accounts apart without giving the secret away. */
	id: string;
	baseUrl: string;
	/** Throws the NodeApiError of a refused request. */
	read(): Promise<Current>;
	/** Sets address, switches, or both. Gives the error back where Wazzup refuses. */
	set(settings: {
		webhooksUri?: string;
		subscriptions: Subscriptions;
	}): Promise<NodeError | undefined>;
}

/** What a surface with one address per account has of its own. */
interface Borrowing {
	surface: Registration['surface'];
	/** Throws when the node has no usable credential. */
	open: (functions: IHookFunctions) => Promise<AddressAccount>;
	/** Throws when Wazzup would not take the address. */
	own: (functions: IHookFunctions) => Promise<OwnAddress>;
	/** The switches that the chosen events need, all others off. */
	wanted: (functions: IHookFunctions) => Subscriptions;
}

/** An account with one address, and no way to delete it: a trigger borrows it and gives it back. */
export function borrowedAddress({ surface, open, own: ownOf, wanted }: Borrowing): Lifecycle {
	const registrationOf = (functions: Parameters<typeof readRegistration>[0]) =>
		readRegistration(functions, surface);

	/** Whether the account delivers to this node already, and exactly what it asks for. */
	async function checkExists(functions: IHookFunctions): Promise<boolean> {
		if (readManualToken(functions) !== undefined) return true;
		const account = await open(functions);
		const own = await ownOf(functions);
		const current = await account.read();
		if (current.uri !== own.uri || !isEqual(current.subscriptions, wanted(functions))) return false;
		// The one who set it may not have lived to note it.
		const earlier = registrationOf(functions)?.earlier ?? recallEarlier(account.id, own.nodePath);
		storeRegistration(functions, { ...own, surface, earlier, isTest: isTest(functions) });
		return true;
	}

	/** Makes the account deliver to this node. Throws when another one uses the address, or Wazzup cannot reach it. */
	async function create(functions: IHookFunctions): Promise<boolean> {
		const account = await open(functions);
		const own = await ownOf(functions);
		checkReachable(functions.getNode(), own.uri, account.baseUrl);
		const current = await account.read();
		const registered = registrationOf(functions);
		const target = displaced(functions, account, own, current);
		if (isTaken(target, own, registered) && !takesOver(functions)) {
			throw taken(functions, target, own);
		}
		const earlier = earlierTarget(functions, account, own, current, registered);
		rememberEarlier(account.id, own.nodePath, earlier);
		const error = await account.set({ webhooksUri: own.uri, subscriptions: wanted(functions) });
		if (error) throw error;
		storeRegistration(functions, { ...own, surface, earlier, isTest: isTest(functions) });
		return true;
	}

	/** Gives the address back, as far as it is still ours. Stopping a workflow never fails on it: what is left is logged. */
	async function remove(functions: IHookFunctions): Promise<boolean> {
		const registered = registrationOf(functions);
		if (!registered) return true;
		try {
			await release(functions, await open(functions), registered);
			forgetRegistration(functions);
			return true;
		} catch (error) {
			functions.logger.warn(
				`Wazzup Trigger: the address could not be given back, Wazzup goes on delivering to it: ${textOf(error)}`,
			);
			return false;
		}
	}

	const registeredToken: Lifecycle['registeredToken'] = (functions) =>
		registrationOf(functions)?.token;
	return { checkExists, create, remove, registeredToken };
}

/** Gives the address back, as far as it is still ours; a workflow leaves that to its test while the test holds the address. */
async function release(
	functions: IHookFunctions,
	account: AddressAccount,
	registered: Registration,
): Promise<void> {
	const { uri, earlier } = registered;
	const nodePath = nodePathOf(functions);
	const { uri: current = '' } = await account.read();
	const kept = recallEarlier(account.id, nodePath);
	const isOther = isOfSameNode(current, { uri, nodePath }) && !isSamePlace(current, uri);
	if (isOther && !registered.isTest && kept && isSamePlace(kept.uri, uri)) {
		// The test would put this address back, where nobody receives any more: it takes the earlier one instead.
		rememberEarlier(account.id, nodePath, earlier);
		return;
	}
	if (current === uri) {
		const isKnown = registered.isTest && knowsEarlier(account.id, nodePath);
		await giveBack(functions, account, isKnown ? kept : earlier);
	} else if (isOther && !registered.isTest) {
		// The test that set it did not live to give it back.
		await giveBack(functions, account, earlier);
	} else if (earlier && !isOther && !isSamePlace(earlier.uri, current)) {
		functions.logger.warn(
			`Wazzup Trigger: the account has another address by now, so ${withoutQuery(earlier.uri)} was not put back`,
		);
	}
	forgetEarlier(account.id, nodePath);
}

/** Throws when Wazzup refuses even to switch the events off. */
async function giveBack(
	functions: IHookFunctions,
	account: AddressAccount,
	earlier?: Target,
): Promise<void> {
	if (earlier) {
		const { uri, subscriptions } = earlier;
		const refused = await account.set({ webhooksUri: uri, subscriptions });
		if (!refused) return;
		functions.logger.warn(
			`Wazzup Trigger: the earlier address ${withoutQuery(uri)} could not be put back: ${refused.message}`,
		);
	}
	const refused = await account.set({ subscriptions: NOTHING });
	if (refused) throw refused;
}

/** Whose place production takes: behind this node's own test it is the one that the test will put back. */
function displaced(
	functions: IHookFunctions,
	account: AddressAccount,
	own: OwnAddress,
	current: Current,
): Current {
	const { uri } = current;
	if (isTest(functions) || uri === undefined) return current;
	const isOwnTest = isOfSameNode(uri, own) && !isSamePlace(uri, own.uri);
	return (isOwnTest && recallEarlier(account.id, own.nodePath)) || current;
}

/** Whether somebody else receives at an address that the account delivers to. */
function isTaken({ uri, subscriptions }: Current, own: OwnAddress, registered?: Registration) {
	if (uri === undefined || isLeftBehind(uri, subscriptions)) return false;
	// What this node registered stays its own when the address of its n8n has changed.
	return !isOfSameNode(uri, own) && uri !== registered?.uri;
}

/** Publishing shows the message only, so the way out stands in it. */
function taken(
	functions: IHookFunctions,
	{ uri = '' }: Current,
	own: OwnAddress,
): NodeOperationError {
	const isHere = new URL(own.uri).origin === originOf(uri);
	const user = isHere
		? 'another workflow of this n8n: unpublish that one'
		: 'somebody else: stop what uses it';
	return new NodeOperationError(
		functions.getNode(),
		`This Wazzup account already delivers its events to ${withoutQuery(uri)}, the address of ${user}, or turn on Take Over Existing Address in this node`,
		{
			level: 'warning',
			description:
				'An account has one webhook address. One that was taken over is put back when this workflow stops.',
		},
	);
}

const originOf = (uri: string) => (URL.canParse(uri) ? new URL(uri).origin : undefined);

/**
 * What is put back in the end. A test puts back the production address of its own node; production never puts back a
 * test address, and keeps what it had remembered before.
 */
function earlierTarget(
	functions: IHookFunctions,
	account: AddressAccount,
	own: OwnAddress,
	{ uri, subscriptions }: Current,
	registered?: Registration,
): Target | undefined {
	const kept = registered?.earlier ?? recallEarlier(account.id, own.nodePath);
	if (uri === undefined) return undefined;
	const isThis = isSamePlace(uri, own.uri) || uri === registered?.uri;
	const isOther = isOfSameNode(uri, own) && !isThis;
	const earlier = isThis || (isOther && !isTest(functions)) ? kept : { uri, subscriptions };
	if (!earlier || isSamePlace(earlier.uri, own.uri)) return undefined;
	return isLeftBehind(earlier.uri, earlier.subscriptions) ? undefined : earlier;
}
