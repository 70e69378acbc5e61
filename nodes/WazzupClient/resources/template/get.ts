import { getTemplate } from '../../../../api/tech/templates';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techGet } from '../../../shared/tech/runners';
import { readTemplateId, templateLocator } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get template',
	description: 'Retrieve one quick answer with its text and files',
	fields: [templateLocator, raw],
	runner: techGet({
		endpoint: getTemplate,
		noun: 'template',
		id: readTemplateId,
		request: (template_id) => ({ path: { template_id } }),
	}),
};
