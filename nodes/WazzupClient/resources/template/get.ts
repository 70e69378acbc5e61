import { getTemplate } from '../../../../api/tech/templates';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { readTemplateId, templateLocator } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get template',
	description: 'Retrieve one quick answer with its text and files',
	fields: [templateLocator, raw],
	runner: techPerItem({
		endpoint: getTemplate,
		request: (parameters) => ({ path: { template_id: readTemplateId(parameters) } }),
	}),
};
