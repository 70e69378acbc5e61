import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { getWabaTransactions } from '../../../../api/tech/waba';
import { dataOf } from '../../../../api/tech/common';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { isObject } from '../../../shared/parameters';
import { inPart } from '../../../shared/tech/part';
import { raw, techItems } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelPicker, readChannelId } from '../../fields/channel';

const date: INodeProperties = {
	displayName: 'Date',
	name: 'date',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 2026-01-31',
	description:
		'The day, in UTC. Of a date and time, as expressions give it, the day counts as it is written.',
};

export const getTransactions: Operation = {
	value: 'getTransactions',
	name: 'Get Transactions',
	action: 'Get WABA transactions of day',
	description: 'Retrieve what was charged for a WABA channel on one day (UTC), one item each',
	fields: [
		...inPart('No document shows the fields of a transaction, or query parameters.', [
			channelPicker('Channel', "The WABA channel of the customer's account", true),
			date,
		]),
		raw,
	],
	runner: techPerItem({
		endpoint: getWabaTransactions,
		request: (parameters) => ({
			path: {
				channel_id: readChannelId(parameters),
				date: dayOf(parameters.required(date.name, date.displayName)),
			},
			query: readAdditionalFields(parameters),
		}),
		items: (reply, _sent, parameters) => {
			const data = dataOf(reply);
			const list = isObject(data) ? data.transactions : undefined;
			// A reply of another form comes as it is.
			return !parameters.flag(raw.name) && Array.isArray(list)
				? list.map(replyItem)
				: techItems(reply, parameters);
		},
		output: z.looseObject({}),
	}),
};

/** `2026-01-31` of `2026-01-31T10:00:00.000Z`; anything else is left for the contract to judge. */
const dayOf = (text: string) => text.trim().replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1');
