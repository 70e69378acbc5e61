import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { entitiesOf } from '../../../../api/tech/common';
import { isObject } from '../../../shared/parameters';

export const urlField: INodeProperties = {
	displayName: 'Webhook URL',
	name: 'url',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://crm.example.com/wazzup?token=abc',
	description:
		'Address that Wazzup can reach. Deliveries carry no signature, so put a secret of your own into it.',
};

export const idField: INodeProperties = {
	displayName: 'Webhook ID',
	name: 'webhookId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 9ef07b18-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
	description: 'ID that Create or Get Many gave',
};

/** One event that goes to one address, as operations return it. */
export const webhookItem = z.looseObject({ id: z.string(), url: z.string(), event: z.string() });

/** What Wazzup now holds of a subscription: its own words in the reply, or else what was sent. */
export function storedOf(
	reply: unknown,
	sent: IDataObject,
	isSame: (row: IDataObject) => boolean,
): IDataObject {
	return { ...sent, ...entitiesOf(reply).filter(isObject).find(isSame) };
}
