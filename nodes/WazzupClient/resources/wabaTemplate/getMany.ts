import { getWabaTemplates } from '../../../../api/tech/wabaTemplates';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techList } from '../../../shared/tech/runners';
import { wabaTemplateItem } from './fields';

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many WABA templates',
	description: 'Retrieve a list of the WhatsApp Business API templates of the account',
	fields: [
		...inPart(
			'No document shows the reply, or query parameters such as those of paging.',
			returnAllOrLimit,
		),
		raw,
	],
	runner: techList({
		endpoint: getWabaTemplates,
		query: readAdditionalFields,
		row: wabaTemplateItem,
	}),
};
