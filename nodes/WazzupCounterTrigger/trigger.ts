import {
	NodeOperationError,
	type INode,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import type { NodeError } from '../shared/transport/errors';
import { itemOf, rises, type Counter, type UserId } from './counter';
import { hasWebSocket, type Ending } from './session';
import { readSettings } from './settings';
import { openSource } from './source';
import { systemClock } from './time';
import { Watch } from './watch';

/**
 * Watches the counters of all users of the node until it is closed.
 * @throws what the settings, the credential, Wazzup or this Node.js have against it
 */
export async function watchCounters(functions: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = readSettings(functions);
	const node = functions.getNode();
	const isTest = functions.getMode() === 'manual';
	const asShown = (error: NodeError) => (isTest ? error : withAdvice(error));
	if (!hasWebSocket()) throw asShown(withoutWebSocket(node));
	const stop = new AbortController();

	const emit = (userId: UserId, before: Counter, now: Counter) => {
		const { threshold } = settings;
		if (stop.signal.aborted || (threshold && !rises(before, now, threshold))) return;
		functions.emit([functions.helpers.returnJsonArray([itemOf(userId, before, now)])]);
	};

	const start = async () => {
		const source = await openSource(functions, settings.surface, stop.signal);
		let failure: NodeError | undefined;
		const watch = async (userId: UserId) => {
			const started = await new Watch({
				userId,
				source,
				clock: systemClock,
				signal: stop.signal,
				changed: (before, now) => emit(userId, before, now),
				failed: (error) => {
					// With several users the first error stops all.
					if (stop.signal.aborted) return;
					stop.abort();
					functions.emitError(asShown(error));
				},
				errorOf: (ending) => connectionError(node, userId, ending),
				log: (line) => functions.logger.info(`${node.name}, user ${userId}: ${line}`),
			}).start();
			if ('first' in started) return { userId, first: started.first };
			if (!stop.signal.aborted) failure = started.error;
			stop.abort();
			return undefined;
		};
		const started = await Promise.all(settings.users.map(watch));
		if (failure) throw asShown(failure);
		if (!settings.startsWithCurrent) return;
		for (const each of started) {
			// Legacy may tell nothing before the first change.
			if (each && Object.keys(each.first).length > 0) emit(each.userId, {}, each.first);
		}
	};

	const closeFunction = async () => stop.abort();
	// In a test n8n takes an item only after this function has returned.
	if (isTest) return { closeFunction, manualTriggerFunction: start };
	await start();
	return { closeFunction };
}

/** Of an error that stops a published workflow n8n shows the message alone; in a test it shows both. */
function withAdvice(error: NodeError): NodeError {
	if (error.description) error.message = `${error.message}. ${error.description}`;
	return error;
}

function withoutWebSocket(node: INode): NodeOperationError {
	return new NodeOperationError(node, 'This n8n runs on a Node.js that has no WebSocket', {
		description:
			'The counter is told over a WebSocket, which Node.js has from version 22 on. Run n8n on Node.js 22 or later, or read the counter on a schedule with the Wazzup node (User > Get Unanswered Count).',
	});
}

function connectionError(node: INode, userId: UserId, ending: Ending): NodeOperationError {
	if (ending.kind === 'sentAway') {
		const said = ending.reason && ` Wazzup said: ${ending.reason}`;
		return new NodeOperationError(
			node,
			`Wazzup sent the connection away that gave the API key and the user ${userId}`,
			{
				description: `Check that a user with this ID exists in Wazzup, and that the key of the credential is the one of your API integration.${said}`,
			},
		);
	}
	const reason = ending.kind === 'lost' ? ending.reason : 'it was stopped';
	return new NodeOperationError(node, `No connection to Wazzup's counter came about: ${reason}`, {
		description:
			'Check that this n8n can reach Wazzup by WebSocket (wss), without a proxy in between, and publish the workflow again.',
	});
}
