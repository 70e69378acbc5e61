import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { client, enveloped, entityId, exactly, replyId, text } from './common';

const source = 'tech 8.1 SEED 002';

const named = { id: entityId(100), name: entityId(100) };

/** A sales funnel. `stages` is left out where there are none: Wazzup refuses an empty list. */
export const pipeline = exactly({
	...named,
	stages: z
		.array(exactly(named))
		.min(1, 'The list of stages is empty: give at least one stage, or leave the list out.')
		.optional(),
});

/** How many of the funnels and stages of a request were new. */
export const uploadReply = z.looseObject({
	pipelines_created: z.number().nullish(),
	stages_created: z.number().nullish(),
});

const namedReply = { id: replyId, name: text };
export const pipelineReply = z.looseObject({
	...namedReply,
	stages: z.array(z.looseObject(namedReply)).nullish(),
});

/** Uploads new funnels and changes known ones. */
export const uploadPipelines = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/pipelines',
	body: exactly({ pipelines: z.array(pipeline).min(1, 'Give at least one funnel.') }),
	reply: enveloped(uploadReply.nullish()),
	// No document limits a request either; see the deals.
	bulk: { limit: 100, rejections: ['VALIDATION_FAILED'] },
	repeat: 'safe',
	source,
});

/** All funnels at once: the route has no pages. */
export const getPipelines = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/pipelines',
	reply: enveloped(z.array(pipelineReply)),
	repeat: 'safe',
	source,
});
