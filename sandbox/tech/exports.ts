import { randomUUID } from 'node:crypto';
import { getMessageExport, startMessageExport } from '../../api/tech/messageExports';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';
import type { MessageExport, TechAccount } from './account';
import { accountOf, invalid, ok, unknown } from './answer';
import { readBody } from './checks';
import { csvOf } from './csv';

/** How far an export is by the sandbox clock: half of its time pending, half processing. */
function statusNow(world: World, { started }: MessageExport): string {
	const passed = world.clock.now() - started;
	const { exportTime } = world.settings;
	if (passed >= exportTime) return 'done';
	return passed * 2 >= exportTime ? 'processing' : 'pending';
}

/** Sets the status and tells the CRM; a finished export gets its file. */
export function setStatus(
	world: World,
	account: TechAccount,
	each: MessageExport,
	status: string,
): void {
	if (each.status === status) return;
	each.status = status;
	const isReady = status === 'done' || status === 'webhook_failed';
	if (isReady && each.url === undefined) {
		const bytes = Buffer.from(csvOf(account, each), 'utf8');
		const name = `messages-${each.exportId}.csv`;
		const id = world.files.add({ bytes, type: 'text/csv; charset=utf-8', name });
		each.url = `${world.url}/_sandbox/files/${id}`;
	}
	if (!isReady) delete each.url;
	account.events.publish('messages_dump.status_update', {
		export_id: each.exportId,
		status,
		...(each.url !== undefined && { url: each.url }),
	});
}

/** Moves all exports of an account to where the clock says that they are. */
export function moveExports(world: World, account: TechAccount): void {
	for (const each of account.exports.values()) {
		if (!each.isFixed) setStatus(world, account, each, statusNow(world, each));
	}
}

/** Moves an export on by time alone. A timer may come a moment before the clock is there: then another one follows. */
function watch(world: World, account: TechAccount, each: MessageExport): void {
	const passed = world.clock.now() - each.started;
	const { exportTime } = world.settings;
	const next = passed * 2 < exportTime ? exportTime / 2 : exportTime;
	account.conversations.later(Math.max(next - passed, 1), () => {
		moveExports(world, account);
		if (!each.isFixed && each.status !== 'done') watch(world, account, each);
	});
}

function start(call: Call): Answer {
	const { world } = call;
	const { start_at, end_at, channel_id } = readBody(startMessageExport, call);
	const account = accountOf(call);
	if (channel_id !== undefined && !account.channels.has(channel_id)) {
		throw invalid(['channel_id is unknown']);
	}
	const each: MessageExport = {
		exportId: randomUUID(),
		started: world.clock.now(),
		from: start_at,
		to: end_at,
		...(channel_id !== undefined && { channelId: channel_id }),
		status: 'pending',
		isFixed: false,
	};
	account.exports.set(each.exportId, each);
	watch(world, account, each);
	return ok(call, { export_id: each.exportId, status: each.status });
}

function get(call: Call): Answer {
	const account = accountOf(call);
	moveExports(call.world, account);
	const each = account.exports.get(call.params.export_id ?? '');
	if (!each) throw unknown('export');
	return ok(call, { status: each.status, ...(each.url !== undefined && { url: each.url }) });
}

export const exportRoutes: Route[] = [
	{ endpoint: startMessageExport, answer: start },
	{ endpoint: getMessageExport, answer: get },
];
