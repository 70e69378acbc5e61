import { getPipelines, uploadPipelines } from '../../api/tech/pipelines';
import type { Answer, Call, Route } from '../surface';
import { accountOf, ok } from './answer';
import { readBody } from './checks';

/** Counts what is new; a known funnel takes the stages of the upload, if there are any. */
function upload(call: Call): Answer {
	const { pipelines } = accountOf(call);
	const created = { pipelines_created: 0, stages_created: 0 };
	for (const pipeline of readBody(uploadPipelines, call).pipelines) {
		const known = pipelines.get(pipeline.id);
		const before = new Set(known?.stages?.map(({ id }) => id));
		if (!known) created.pipelines_created += 1;
		created.stages_created += (pipeline.stages ?? []).filter(({ id }) => !before.has(id)).length;
		pipelines.set(pipeline.id, { ...known, ...pipeline });
	}
	return ok(call, created);
}

export const pipelineRoutes: Route[] = [
	{ endpoint: uploadPipelines, answer: upload },
	{
		endpoint: getPipelines,
		answer: (call) =>
			ok(
				call,
				[...accountOf(call).pipelines.values()].map((pipeline) => ({ stages: [], ...pipeline })),
			),
	},
];
