import { z } from 'zod/v4';
import { getWabaPricing } from '../../../../api/tech/waba';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';

export const getPricing: Operation = {
	value: 'getPricing',
	name: 'Get Pricing',
	action: 'Get WABA pricing',
	description: 'Retrieve what messages of the WhatsApp Business API cost',
	fields: [...inPart('No document shows query parameters of this request, or its reply.'), raw],
	runner: techPerItem({
		endpoint: getWabaPricing,
		request: (parameters) => ({ query: readAdditionalFields(parameters) }),
		output: z.looseObject({}),
	}),
};
