import { z } from 'zod/v4';
import { sameCode } from '../codes';
import { defineEndpoint } from '../endpoint';
import { across } from '../v3/common';
import { client, enveloped, exactly, given, guid, replyId, text } from './common';

const source = 'tech 5 PAGE(messages), body and reply CODE(6)';

const moment = (which: string) =>
	z.iso.datetime(`The ${which} is a time in UTC like 2026-01-31T00:00:00Z.`);

/** Starts to collect the messages of a period, of all channels or of one. */
export const startMessageExport = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/messages/messages_dump',
	body: exactly({
		start_at: moment('start'),
		end_at: moment('end'),
		channel_id: guid('channel ID').optional(),
	}).superRefine(
		across(({ start_at, end_at }, complain) => {
			if (Date.parse(start_at) > Date.parse(end_at)) {
				complain(['end_at'], 'The period ends before it starts.');
			}
		}),
	),
	reply: enveloped(z.looseObject({ export_id: replyId, status: text })),
	// The second request would start a second export.
	repeat: 'never',
	source,
});

/** How far an export is; see {@link exportStageOf}. */
export const getMessageExport = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/messages/messages_dump/{export_id}',
	params: z.object({ export_id: given }),
	reply: enveloped(z.looseObject({ status: text, url: text })),
	repeat: 'safe',
	source,
});

/** `ready`: the file is there; `waiting`: ask again; `unknown`: no document names the status, so it is likely a failure. */
export type ExportStage = 'ready' | 'waiting' | 'unknown';

/** What the status of an export means. `webhook_failed` has its file: only the notice of it got lost. */
export function exportStageOf({
	status,
	url,
}: {
	status?: string | null;
	url?: string | null;
}): ExportStage {
	const is = (...names: string[]) => names.some((name) => sameCode(status, name));
	if (is('done', 'webhook_failed') && url) return 'ready';
	return is('pending', 'processing') ? 'waiting' : 'unknown';
}
