import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { entityId, replyId, replyText } from './common';

const source = 'A.12 P-PIPE';

const id = z.union([entityId(100), z.number()]);
const name = z.string().min(1).max(100);

/** A sales funnel. `stages` is left out where there are none: Wazzup refuses an empty list. */
export const pipeline = z.object({
	id,
	name,
	stages: z
		.array(z.object({ id, name }))
		.min(1, 'The list of stages is empty: give at least one stage, or leave the list out.')
		.optional(),
});

const named = { id: replyId, name: replyText };
export const pipelineReply = z.looseObject({
	...named,
	stages: z.array(z.looseObject(named)).nullish(),
});

/** No document says whether an upload replaces or merges, so the full set is sent. Either way a repeat changes nothing. */
export const uploadPipelines = defineEndpoint({
	surface: 'v3',
	method: 'POST',
	path: '/v3/pipelines',
	auth: 'apiKey',
	body: z.array(pipeline).min(1),
	reply: z.unknown(),
	repeat: 'safe',
	source,
});

export const getPipelines = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/pipelines',
	auth: 'apiKey',
	reply: z.array(pipelineReply),
	repeat: 'safe',
	source,
});
