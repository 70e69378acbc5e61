import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { executeOperation, propertiesOf } from '../shared/operation';
import { resources } from './resources';

export class WazzupPartner implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup Partner',
		name: 'wazzupPartner',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['output'],
		version: [1],
		// "get client token: token": the values of workflows, as words.
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'For Wazzup partners: create accounts for end customers, get their tokens, and publish in the marketplace',
		defaults: { name: 'Wazzup Partner' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wazzupPartnerApi', required: true }],
		// With Raw and with API Request they come below `data`.
		sensitiveOutputFields: [
			'access_token',
			'refresh_token',
			'verifier',
			'data.access_token',
			'data.refresh_token',
		],
		properties: propertiesOf(resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperation(this, resources, 'wazzupPartnerApi');
	}
}
