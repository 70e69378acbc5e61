import { getPipelines, pipelineReply } from '../../../../api/tech/pipelines';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techList } from '../../../shared/tech/runners';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many funnels',
	description: 'Retrieve a list of sales funnels (pipelines) with their stages',
	fields: [...returnAllOrLimit, raw],
	runner: techList({ endpoint: getPipelines, row: pipelineReply }),
};
