import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeOperation, propertiesOf } from '../shared/operation';
import { searchChannels, searchTemplates, searchUsers } from '../shared/fields/listSearch';
import { templateVariables } from './methods/resourceMapping';
import { resources } from './resources';

export class Wazzup implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup',
		name: 'wazzup',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['output'],
		version: [1],
		// "get many: channel": the values of workflows, as words.
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Write to customers in WhatsApp, Telegram, Instagram, VK, Viber, Avito and MAX, and keep a CRM in step with Wazzup',
		defaults: { name: 'Wazzup' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wazzupApi', required: true }],
		properties: propertiesOf(resources),
	};

	methods = {
		listSearch: { searchChannels, searchTemplates, searchUsers },
		resourceMapping: { templateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperation(this, resources, 'wazzupApi');
	}
}
