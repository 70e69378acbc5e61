import { updateMarketplace } from '../../../../api/tech/marketplaces';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { logoFields, readLogo } from './logo';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update marketplace entry',
	description: 'Set name and logo of your CRM in the marketplace, and hand it in for moderation',
	fields: [
		notice(
			'updateNotice',
			'Wazzup asks for both name and logo each time. The logo: SVG, transparent or white background, no padding, the name of the company in English in it.',
		),
		{
			displayName: 'CRM Name',
			name: 'crmName',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. The Cool CRM',
			description: 'Name that customers see: letters, digits and hyphens, at most 50 characters',
		},
		...logoFields,
		raw,
	],
	runner: techPerItem({
		endpoint: updateMarketplace,
		request: async (parameters, run) => ({
			body: {
				crm_name: parameters.required('crmName', 'CRM Name').trim(),
				logo: await readLogo(parameters, run),
			},
		}),
	}),
};
