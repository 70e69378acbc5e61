import { dataOf } from '../../../../api/tech/common';
import { pipeline, uploadPipelines, uploadReply } from '../../../../api/tech/pipelines';
import { entityFields, readEntities } from '../../../shared/fields/entityInput';
import { funnelInput } from '../../../shared/fields/funnelInput';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { bulk } from '../../../shared/runners/bulk';
import { funnelLocator, stageLocator } from '../../fields/funnel';

const input = funnelInput({ funnel: funnelLocator, stage: stageLocator });

export const upload: Operation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload funnels',
	description:
		'Add sales funnels (pipelines) with their stages, or change known ones. Under upload each item has the counts of the whole request.',
	fields: entityFields(input),
	runner: bulk({
		endpoint: uploadPipelines,
		noun: 'Funnel',
		entity: pipeline,
		entities: (parameters) => readEntities(parameters, input),
		body: (pipelines) => ({ pipelines }),
		idOf: ({ id }) => id,
		item: (sent, reply) => ({ ...sent, upload: replyItem(dataOf(reply)) }),
		output: pipeline.extend({ upload: uploadReply }),
	}),
};
