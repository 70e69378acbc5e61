import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { sameCode } from '../../../../api/codes';
import { getWabaTemplates } from '../../../../api/v3/templates';
import { returnAllOrLimit } from '../../../shared/fields/returnAll';
import { simplify } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operation';
import { readList } from '../../../shared/parameters';
import { paged } from '../../../shared/runners/paged';
import { simplifiedTemplate, simplifyTemplate } from './simplified';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
			description: 'Only templates that this WABA channel can send',
		},
		{
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Approved', value: 'approved', description: 'Can be sent' },
				{ name: 'Archived', value: 'archived', description: 'Put away' },
				{ name: 'Disabled', value: 'disabled', description: 'Switched off by Meta' },
				{ name: 'Paused', value: 'paused', description: 'Stopped by Meta for some time' },
				{ name: 'Pending', value: 'pending', description: 'In review' },
				{ name: 'Rejected', value: 'rejected', description: 'Turned down in review' },
			],
			default: ['approved'],
			description: 'Only templates with one of these statuses',
		},
	],
};

export const getMany: Operation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many WABA templates',
	description: 'Retrieve a list of WhatsApp Business API templates with the variables of each',
	fields: [...returnAllOrLimit, simplify, filters],
	runner: paged({
		endpoint: getWabaTemplates,
		rows: (templates) => templates,
		filter: (parameters) => {
			const { channelId, ...wanted } = parameters.collection('filters');
			const statuses = readList(wanted.statuses);
			if (channelId === undefined && statuses.length === 0) return undefined;
			return ({ status, channels }) =>
				(statuses.length === 0 || statuses.some((one) => sameCode(one, status))) &&
				(channelId === undefined || (channels ?? []).includes(String(channelId).trim()));
		},
		item: (template, parameters) =>
			parameters.flag('simplify') ? simplifyTemplate(template) : (template as IDataObject),
		output: simplifiedTemplate,
	}),
};
