import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { notice } from '../shared/fields/notice';
import { executeOperation, propertiesOf } from '../shared/operation';
import { searchChannels, searchUsers } from './methods/listSearch';
import { resources } from './resources';

export class WazzupLegacy implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup Legacy',
		name: 'wazzupLegacy',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['output'],
		version: [1],
		// "get many: channel": the values of workflows, as words.
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Keep an integration with the Wazzup API of 2021 (v2) running while it moves to the current one',
		defaults: { name: 'Wazzup Legacy' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wazzupApi', required: true }],
		properties: [
			notice(
				'legacyNotice',
				'This node speaks the API of 2021, which Wazzup has replaced. Use it for what already runs on that API. For everything new take the <b>Wazzup</b> node: it knows every messenger, templates and buttons, and guards against messages that go out twice.',
			),
			...propertiesOf(resources),
		],
	};

	methods = { listSearch: { searchChannels, searchUsers } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperation(this, resources, 'wazzupApi');
	}
}
