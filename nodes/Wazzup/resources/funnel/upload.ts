import { entityId } from '../../../../api/v3/common';
import { pipeline, uploadPipelines } from '../../../../api/v3/pipelines';
import { entityFields, readEntities } from '../../../shared/fields/entityInput';
import { funnelInput } from '../../../shared/fields/funnelInput';
import type { Operation } from '../../../shared/operation';
import { whole } from '../../../shared/runners/whole';

const input = funnelInput();
const funnel = pipeline.extend({ id: entityId(100) });

export const upload: Operation = {
	value: 'upload',
	name: 'Upload',
	action: 'Upload funnels',
	description: 'Upload all sales funnels (pipelines) of the CRM: all input items go as one list',
	fields: [
		{
			displayName:
				'All input items are uploaded as one list, or none of them. Give the full set of funnels: Wazzup may remove those that the list lacks.',
			name: 'uploadNotice',
			type: 'notice',
			default: '',
		},
		...entityFields(input),
	],
	runner: whole({
		endpoint: uploadPipelines,
		noun: 'Funnel',
		rejections: ['INVALID_PIPELINES_DATA'],
		entity: funnel,
		entities: (parameters) => readEntities(parameters, input),
		body: (funnels) => funnels,
		idOf: ({ id }) => id,
		item: (sent) => ({ ...sent }),
		output: funnel,
	}),
};
