import { deleteTemplate } from '../../../../api/tech/templates';
import type { Operation } from '../../../shared/operation';
import { techDelete } from '../../../shared/tech/deletion';
import { readTemplateId, templateLocator } from './fields';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete template',
	description: 'Remove a quick answer for good',
	fields: [templateLocator],
	runner: techDelete({
		endpoint: deleteTemplate,
		id: readTemplateId,
		request: (template_id) => ({ path: { template_id } }),
	}),
};
