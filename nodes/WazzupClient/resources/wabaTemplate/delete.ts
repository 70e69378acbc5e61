import { deleteWabaTemplate } from '../../../../api/tech/wabaTemplates';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { techDelete } from '../../../shared/tech/deletion';
import { readTemplateId, wabaTemplateLocator } from './fields';

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete WABA template',
	description: 'Remove a WhatsApp Business API template for good',
	fields: [
		notice(
			'factsNotice',
			'A document says that templates can be deleted, but not how: method and address are inferred from the other template operations.',
		),
		wabaTemplateLocator,
	],
	runner: techDelete({
		endpoint: deleteWabaTemplate,
		id: readTemplateId,
		request: (template_id) => ({ path: { template_id } }),
	}),
};
