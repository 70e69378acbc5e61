import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { receive } from './deliveries';
import { getChannels } from './methods';
import { properties } from './parameters';
import { itemsOfRun } from './rerun';
import { response } from './response';
import { removeAll, surfaceOf } from './surfaces';

export class WazzupTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Wazzup Trigger',
		name: 'wazzupTrigger',
		icon: { light: 'file:../../icons/wazzup.svg', dark: 'file:../../icons/wazzup.dark.svg' },
		group: ['trigger'],
		// With each delivery to a trigger of version 1 exactly, n8n evaluates an expression that is meant for its Webhook node.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["events"].join(", ").replace(/([A-Z])/g, " $1").replace(/[._]/g, " ").toLowerCase() }}',
		description:
			'Starts when a customer writes in WhatsApp, Telegram, Instagram, VK, Viber, Avito or MAX, and on other events of a Wazzup account',
		eventTriggerDescription: 'Write to one of your Wazzup channels to see an event here',
		activationMessage: 'Wazzup now delivers its events to this workflow.',
		defaults: { name: 'Wazzup Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// By `hide`: of a field that a credential is shown by, the editor makes a choice in the credential's dialog and nowhere else.
		credentials: [
			{
				name: 'wazzupApi',
				required: true,
				displayOptions: { hide: { surface: ['tech'] } },
			},
			{
				name: 'wazzupClientApi',
				required: true,
				displayOptions: { hide: { surface: ['v3', 'legacy'], authentication: ['partnerLogin'] } },
			},
			{
				name: 'wazzupPartnerApi',
				required: true,
				displayOptions: { hide: { surface: ['v3', 'legacy'], authentication: ['clientToken'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				...response,
			},
		],
		properties,
	};

	methods = { loadOptions: { getChannels } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await surfaceOf(this).lifecycle.checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await surfaceOf(this).lifecycle.create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await removeAll(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, surfaceOf(this));
	}

	/** The begin of a run: n8n hands over what webhook() gave. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [itemsOfRun(this)];
	}
}
