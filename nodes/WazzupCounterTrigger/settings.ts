import { uniqBy } from 'lodash';
import { NodeOperationError, type ITriggerFunctions } from 'n8n-workflow';
import type { CounterSocket } from '../../api/counterSockets';
import { isObject, readList } from '../shared/parameters';
import type { Threshold, UserId } from './counter';

export interface Settings {
	surface: CounterSocket['surface'];
	/** Each once. */
	users: UserId[];
	/** undefined: every change counts. */
	threshold?: Threshold;
	startsWithCurrent: boolean;
}

/** Reads the parameters. Throws when no user is given, or a threshold that is no number. */
export function readSettings(functions: ITriggerFunctions): Settings {
	const surface = functions.getNodeParameter('api', 'v3') === 'legacy' ? 'legacy' : 'v3';
	const given = functions.getNodeParameter(surface === 'legacy' ? 'userIds' : 'users', []);
	const users = readUserIds(given);
	if (users.length === 0) {
		throw new NodeOperationError(functions.getNode(), 'No user is given', {
			description: 'Choose at least one user whose unanswered messages are to be watched.',
		});
	}
	const value: unknown = functions.getNodeParameter('options', {});
	const options = isObject(value) ? value : {};
	const usesOlder = surface === 'legacy' || options.compared === 'counter';
	return {
		surface,
		users,
		threshold: readThreshold(functions, options.risesAbove, usesOlder ? 'counter' : 'counterV2'),
		startsWithCurrent: options.startsWithCurrent === true,
	};
}

/** Ids of a list keep their type, since legacy knows numbers; those of a text are texts. */
export function readUserIds(value: unknown): UserId[] {
	const parts =
		Array.isArray(value) || typeof value === 'number' ? [value].flat() : readList(value);
	const ids = parts
		.map((id: unknown) => (typeof id === 'number' ? id : String(id ?? '').trim()))
		.filter((id) => id !== '');
	return uniqBy(ids, String);
}

function readThreshold(
	functions: ITriggerFunctions,
	value: unknown,
	of: Threshold['of'],
): Threshold | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const above = Number(value);
	if (Number.isFinite(above)) return { of, above };
	throw new NodeOperationError(functions.getNode(), 'Only When It Rises Above is not a number', {
		description: 'Give a number like 5, or remove the option.',
	});
}
