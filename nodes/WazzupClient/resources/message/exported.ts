import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { exportStageOf, getMessageExport } from '../../../../api/tech/messageExports';
import { inputError } from '../../../shared/input';
import type { Run } from '../../../shared/run';
import type { CallFunction } from '../../../shared/transport/call';
import { pause } from '../../../shared/transport/cancel';
import { download } from '../../../shared/transport/download';

/** An export that was started, and for which input item. */
export interface Export {
	run: Run;
	itemIndex: number;
	exportId: string;
}

/** Pauses between two looks at an export, in milliseconds: they grow, since exports take seconds or many minutes. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
const GROWTH = 1.5;

/**
 * Waits until the file of an export is there.
 * @returns its address
 * Throws when it failed, is not there in time, or the execution is cancelled.
 */
export async function waitForFile(each: Export, call: CallFunction, minutes: number) {
	const { run, exportId } = each;
	const signal = run.functions.getExecutionCancelSignal();
	const until = Date.now() + minutes * 60_000;
	const path = { export_id: exportId };
	for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * GROWTH, LONGEST_PAUSE)) {
		const { data } = await call({ endpoint: getMessageExport, path });
		const stage = exportStageOf(data);
		if (stage === 'ready') return data.url ?? '';
		if (stage === 'unknown') {
			throw failure(
				each,
				`Wazzup did not finish the export: its status is "${data.status ?? 'none'}", and there is no file`,
				`Start it again, with a shorter period if it fails again. Its ID was ${exportId}.`,
			);
		}
		const left = until - Date.now();
		if (left <= 0) {
			throw failure(
				each,
				`The export was not ready within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
				`Raise Wait at Most. ${laterWith(each)}`,
			);
		}
		run.functions.sendMessageToUI(`Export ${exportId} is ${data.status}: waiting`);
		// When it is cancelled, the next request says so.
		await pause(Math.min(wait, left), signal);
	}
}

const MEGABYTE = 1024 * 1024;

/** Fetches the file of an export. Throws when it can't be had, is too long or is no CSV. */
export async function fetchFile(each: Export, url: string, mostMegabytes: number): Promise<Buffer> {
	const ended = await download(each.run.functions, url, mostMegabytes * MEGABYTE);
	switch (ended.kind) {
		case 'file': {
			const foreign = foreignKind(ended.type, ended.bytes);
			if (foreign === undefined) return ended.bytes;
			throw failure(
				each,
				`The file of the export is no CSV but ${foreign}`,
				`Something between n8n and the host of the file may have answered. ${laterWith(each)}`,
			);
		}
		case 'tooLarge':
			throw failure(
				each,
				`The file of the export has more than ${mostMegabytes} MB`,
				'Raise Max File Size, or export a shorter period or one channel at a time.',
			);
		case 'refused':
			throw failure(
				each,
				`The file of the export can't be had any more: its host answered with status ${ended.status}`,
				`The link may have expired. ${laterWith(each)}`,
			);
		case 'noAddress':
			throw failure(
				each,
				'The export is done, but what Wazzup gives for its file is no web address',
				laterWith(each),
			);
		case 'lost':
			throw failure(
				each,
				// n8n would put a text of its own in place of a message with a code in it.
				'The file of the export could not be fetched',
				`Check that this n8n can reach the host of the file (${ended.reason}). ${laterWith(each)}`,
			);
		case 'cancelled':
			throw failure(each, 'The execution was stopped before the file came', laterWith(each));
	}
}

/** How gzip and ZIP files begin. */
const archives = ['\u001f\u008b', 'PK\u0003\u0004'];

/** What a file is that can be no CSV; undefined for one that may be. Hosts of files call a CSV by many names. */
function foreignKind(type: string, bytes: Buffer): string | undefined {
	const start = bytes.subarray(0, 64).toString('latin1');
	if (archives.some((mark) => start.startsWith(mark))) return 'an archive';
	if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i.test(start)) return 'a page';
	return /html|json|xml|^(image|audio|video)\//i.test(type) ? type : undefined;
}

/** What a person does with an export that is, or will be, there all the same. */
const laterWith = ({ exportId }: Export) =>
	`The export itself stays with Wazzup: Get Export reads it under its ID ${exportId}.`;

/** An error on the way, with what remains of the export. */
export function keepingExport(each: Export, error: unknown): unknown {
	const isOfNode = error instanceof NodeApiError || error instanceof NodeOperationError;
	if (isOfNode && !error.description?.includes(each.exportId)) {
		error.description = `${error.description ?? ''} ${laterWith(each)}`.trim();
	}
	return error;
}

/** An export that led to nothing: what happened, and how to mend it. */
export const failure = ({ run, itemIndex }: Export, message: string, fix: string) =>
	inputError(run.node, itemIndex, message, fix);
