import { getPipelines, pipelineReply } from '../../../../api/v3/pipelines';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { paged } from '../../../shared/runners/paged';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many funnels',
	description: 'Retrieve a list of sales funnels (pipelines) with their stages',
	fields: returnAllOrLimit,
	runner: paged({
		endpoint: getPipelines,
		rows: (funnels) => funnels,
		output: pipelineReply,
	}),
};
