import { getWabaTemplate } from '../../../../api/tech/wabaTemplates';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techGet } from '../../../shared/tech/runners';
import { readTemplateId, wabaTemplateLocator } from './fields';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get WABA template',
	description: 'Retrieve one WhatsApp Business API template, e.g. to see whether it is approved',
	fields: [wabaTemplateLocator, raw],
	runner: techGet({
		endpoint: getWabaTemplate,
		noun: 'WABA template',
		id: readTemplateId,
		request: (template_id) => ({ path: { template_id } }),
	}),
};
