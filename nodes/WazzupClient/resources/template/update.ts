import { sortBy } from 'lodash';
import { updateTemplate } from '../../../../api/tech/templates';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import {
	readTemplateId,
	templateFields,
	templateItem,
	templateLocator,
	toTemplate,
} from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update template',
	description: 'Change a quick answer; what is not given is not sent',
	fields: [
		...inPart(
			'No document shows fields of this request, or its reply: these are those of Create.',
			[
				templateLocator,
				{
					displayName: 'Update Fields',
					name: 'updateFields',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: sortBy(Object.values(templateFields), 'displayName'),
				},
			],
		),
		raw,
	],
	runner: techPerItem({
		endpoint: updateTemplate,
		request: (parameters) => {
			const body = {
				...readAdditionalFields(parameters),
				...toTemplate(parameters.collection('updateFields')),
			};
			if (Object.keys(body).length === 0) {
				parameters.refuse('There is nothing to change', 'Add a field under Update Fields.');
			}
			return {
				path: { template_id: readTemplateId(parameters) },
				body,
			};
		},
		output: templateItem,
	}),
};
