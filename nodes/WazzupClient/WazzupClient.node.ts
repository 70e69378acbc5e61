import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeOperation, propertiesOf } from '../shared/operation';
import { accountFields, customerAccounts } from '../shared/tech/account';
import * as funnelSearch from './methods/funnelSearch';
import * as listSearch from './methods/listSearch';
import * as loadOptions from './methods/loadOptions';
import { resources } from './resources';

export class WazzupClient implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup Client',
		name: 'wazzupClient',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['output'],
		version: [1],
		// "get many: channel": the values of workflows, as words.
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'For Wazzup partners: work in the account of an end customer, with their channels, messages, contacts and deals',
		defaults: { name: 'Wazzup Client' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'wazzupClientApi',
				required: true,
				displayOptions: { show: { authentication: ['clientToken'] } },
			},
			{
				name: 'wazzupPartnerApi',
				required: true,
				displayOptions: { show: { authentication: ['partnerLogin'] } },
			},
		],
		properties: [...accountFields, ...propertiesOf(resources)],
	};

	methods = { listSearch: { ...listSearch, ...funnelSearch }, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperation(this, resources, await customerAccounts(this));
	}
}
