import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod/v4';
import { getLegacyUsers, legacyUser, replaceLegacyUsers } from '../../../../api/legacy/users';
import { readEntities } from '../../../shared/fields/entityInput';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';
import { failEntry } from '../../../shared/runners/blame';
import { readEntries, type Entry } from '../../../shared/runners/entries';
import { leaveOut } from '../../../shared/runners/whole';
import { callOn } from '../../../shared/transport/call';
import { request } from '../../../shared/transport/request';
import { userInput } from './input';

type User = z.output<typeof legacyUser>;

/** An empty list as JSON. n8n would leave a body out that is an empty array itself, and so send nothing. */
const noUsers = { toJSON: () => [] } as unknown as User[];

/**
 * All input items as one list in the place of the earlier one, or nothing at all: a part of the list would delete the
 * rest. Of users with the same id the last one counts. The present list is read first, to tell what becomes of it.
 */
export async function replaceUsers(run: Run): Promise<void> {
	const settings = run.parameters(0);
	const entries = await readEntries(run, {
		noun: 'User',
		entity: legacyUser,
		entities: (parameters) => usersOf(parameters, settings.flag('allowEmptyList')),
	});
	if (run.hasFailed) return leaveOut(run, 'User', entries);
	const connection = run.connection(0);
	const byId = new Map(entries.map(({ entity }) => [String(entity.id), entity]));
	const before = await run.attempt(
		0,
		async () => await callOn(connection, { itemIndex: 0 })({ endpoint: getLegacyUsers }),
	);
	if (!before)
		return leaveOut(
			run,
			'User',
			entries.filter(({ itemIndex }) => itemIndex > 0),
		);

	const counts: IDataObject = {
		usersBefore: before.length,
		usersNow: byId.size,
		usersGone: before.filter(({ id }) => !byId.has(String(id))).length,
	};
	if (settings.flag('onlyCount')) {
		return deliver(run, entries, byId, { ...counts, onlyCounted: true });
	}
	const outcome = await request(connection, {
		endpoint: replaceLegacyUsers,
		body: byId.size > 0 ? [...byId.values()] : noUsers,
	});
	if (outcome.ok) return deliver(run, entries, byId, counts);
	const { failure } = outcome;
	const failed = entries.length > 0 ? entries : [{ itemIndex: 0, connection, entity: undefined }];
	for (const entry of failed) failEntry<unknown>(run, failure, entry);
}

/** The users of one item; none where it holds none and that is allowed. */
function usersOf(parameters: Parameters, mayBeEmpty: boolean): unknown[] {
	if (!holdsNobody(parameters)) return readEntities(parameters, userInput);
	return mayBeEmpty
		? []
		: parameters.refuse(
				'There is no user in the input, and an empty list deletes all users in Wazzup',
				'Switch on Allow Empty List if that is meant. Otherwise check where the users come from.',
			);
}

function holdsNobody(parameters: Parameters): boolean {
	switch (parameters.get('dataMode')) {
		case 'json': {
			const given = parameters.json('entitiesJson', 'JSON');
			return given === undefined || (Array.isArray(given) && given.length === 0);
		}
		case 'autoMapInputData':
			return userInput.keys.every((key) => isBlank(parameters.input[key]));
		default:
			return Object.values(userInput.fromForm(parameters)).every(isBlank);
	}
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** One item for each user that came in, each with the counts; the counts alone where nobody came. */
function deliver(
	run: Run,
	entries: Array<Entry<User>>,
	byId: Map<string, User>,
	counts: IDataObject,
): void {
	if (entries.length === 0) run.deliver(0, counts);
	for (const { itemIndex, entity } of entries) {
		run.deliver(itemIndex, { ...(byId.get(String(entity.id)) ?? entity), ...counts });
	}
	const { usersBefore, usersNow, usersGone, onlyCounted } = counts;
	const numbers = `${String(usersBefore)} users by ${String(usersNow)}; ${String(usersGone)} of those before`;
	run.functions.addExecutionHints({
		message: onlyCounted
			? `Nothing was changed. This would replace ${numbers} would be gone`
			: `This replaced ${numbers} are gone`,
		location: 'outputPane',
	});
}
