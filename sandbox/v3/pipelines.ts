import { getPipelines, uploadPipelines } from '../../api/v3/pipelines';
import type { Route } from '../surface';
import { empty } from './answer';
import { readEntities } from './checks';

export const pipelineRoutes: Route[] = [
	{
		endpoint: uploadPipelines,
		answer: (call) => {
			// No document says whether an upload replaces or merges; the full set is to be sent, so it replaces.
			call.world.state.pipelines = readEntities(uploadPipelines, call, 'INVALID_PIPELINES_DATA');
			return empty;
		},
	},
	{
		endpoint: getPipelines,
		answer: (call) => ({ status: 200, body: call.world.state.pipelines }),
	},
];
