import type { IDataObject } from 'n8n-workflow';
import { dataOf } from '../../../../api/tech/common';
import { getSettings, replaceSettings } from '../../../../api/tech/settings';
import { replyItem } from '../../../shared/fields/reply';
import { inputError } from '../../../shared/input';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';
import { failEntry } from '../../../shared/runners/blame';
import { byAccount, readEntries, type Entry } from '../../../shared/runners/entries';
import { inLanes } from '../../../shared/runners/lanes';
import { raw } from '../../../shared/tech/reply';
import { request, type Failure } from '../../../shared/transport/request';
import {
	changeContract,
	changed,
	settingsContract,
	settingsOf,
	tellsSettings,
	type Change,
	type Settings,
} from './change';

/**
 * The changes of all input items: for each account one read and one write, since a write takes the place of everything
 * and the changes of two items must not undo each other.
 */
export async function writeSettings(
	run: Run,
	readChange: (parameters: Parameters) => unknown,
): Promise<void> {
	const entries = await readEntries(run, {
		noun: 'The change',
		entity: changeContract,
		entities: (parameters) => [readChange(parameters)],
	});
	if (run.stopped) return;
	await inLanes(
		byAccount(entries),
		() => undefined,
		async (ofOne) => await writeAccount(run, ofOne),
	);
}

async function writeAccount(run: Run, entries: Array<Entry<Change>>): Promise<void> {
	const [first] = entries;
	if (!first || run.stopped) return;
	const read = await request(first.connection, { endpoint: getSettings });
	if (!read.ok) return entries.forEach((entry) => failEntry(run, read.failure, entry));
	const current = settingsContract.safeParse(settingsOf(read.reply));
	if (current.success) await write(run, current.data, entries);
	else for (const { itemIndex } of entries) run.fail(itemIndex, unreadable(run, itemIndex));
}

/** Settings that cannot be sent back must not be replaced. */
const unreadable = (run: Run, itemIndex: number) =>
	inputError(
		run.node,
		itemIndex,
		'The settings were not changed, because those of the account came in another form than expected',
		'A write replaces all settings, so the others would be lost. Look at them with Settings → Get, and tell the authors of this node.',
	);

/** Writes all changes at once; when Wazzup refuses them, halves find those that it takes. Gives the settings after it. */
async function write(
	run: Run,
	current: Settings,
	entries: Array<Entry<Change>>,
): Promise<Settings> {
	const [first] = entries;
	if (!first || run.stopped) return current;
	const body = entries.reduce((settings, { entity }) => changed(settings, entity), current);
	const outcome = await request(first.connection, { endpoint: replaceSettings, body });
	if (outcome.ok) {
		for (const { itemIndex } of entries) {
			const isRaw = run.parameters(itemIndex).flag(raw.name);
			run.deliver(itemIndex, isRaw ? replyItem(outcome.reply) : writtenOf(outcome.reply, body));
		}
		return body;
	}
	if (entries.length > 1 && isRefusal(outcome.failure)) {
		const half = Math.ceil(entries.length / 2);
		const between = await write(run, current, entries.slice(0, half));
		return await write(run, between, entries.slice(half));
	}
	for (const entry of entries) failEntry(run, outcome.failure, entry);
	return current;
}

/** Whether Wazzup read the settings and did not take them: they are as they were. */
const isRefusal = ({ endpoint, answer }: Failure) =>
	endpoint === replaceSettings && answer.kind === 'answer' && answer.status === 400;

/** The settings of the reply, if it has any: no document shows it. What was sent otherwise. */
function writtenOf(reply: unknown, sent: Settings): IDataObject {
	const data = dataOf(reply);
	return tellsSettings(data) ? data : replyItem(sent);
}
