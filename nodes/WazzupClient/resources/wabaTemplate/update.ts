import { sortBy } from 'lodash';
import type { BodyOf } from '../../../../api/endpoint';
import { updateWabaTemplate } from '../../../../api/tech/wabaTemplates';
import type { Operation } from '../../../shared/operation';
import { readFlag } from '../../../shared/parameters';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import {
	componentsField,
	componentsJsonField,
	readComponentsJson,
	toComponents,
} from './components';
import {
	readTemplateId,
	toWabaTemplate,
	wabaFields,
	wabaTemplateItem,
	wabaTemplateLocator,
	withAdditionalFields,
} from './fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update WABA template',
	description: 'Change a template; what is not given is not sent. The verdict comes as an event.',
	fields: [
		...inPart(
			'No document shows this request or its reply: method, address and fields are inferred from the other template operations.',
			[
				wabaTemplateLocator,
				{
					displayName: 'Update Fields',
					name: 'updateFields',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: sortBy(
						[...Object.values(wabaFields), componentsField, componentsJsonField],
						'displayName',
					),
				},
			],
		),
		raw,
	],
	runner: techPerItem({
		endpoint: updateWabaTemplate,
		request: (parameters) => {
			const values = parameters.collection('updateFields');
			const components =
				readComponentsJson(parameters, `updateFields.${componentsJsonField.name}`) ??
				toComponents(values.components);
			const body = {
				...withAdditionalFields(parameters, toWabaTemplate(values, components)),
				...(values.isDraft !== undefined && { is_draft: readFlag(values.isDraft) }),
			};
			if (Object.keys(body).length === 0) {
				parameters.refuse('There is nothing to change', 'Add a field under Update Fields.');
			}
			return {
				path: { template_id: readTemplateId(parameters) },
				// The contract checks it before it is sent, and names the field.
				body: body as unknown as BodyOf<typeof updateWabaTemplate>,
			};
		},
		output: wabaTemplateItem,
	}),
};
