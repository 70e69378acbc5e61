import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
} from 'n8n-workflow';
import { getUsers } from './methods';
import { properties } from './parameters';
import { watchCounters } from './trigger';

export class WazzupCounterTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup Counter Trigger',
		name: 'wazzupCounterTrigger',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["api"] === "legacy" ? "legacy: unanswered" : "unanswered" }}',
		description:
			'Starts when the number of unanswered messages of an employee changes, without polling',
		eventTriggerDescription: 'Write to one of your Wazzup channels to see the counter change here',
		activationMessage: 'Wazzup now tells this workflow each change of the counter.',
		defaults: { name: 'Wazzup Counter Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'wazzupApi', required: true }],
		properties,
	};

	methods = { loadOptions: { getUsers } };

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await watchCounters(this);
	}
}
