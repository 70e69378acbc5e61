import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { wabaCategories, wabaTemplateReply } from '../../../../api/tech/wabaTemplates';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import { locator, readPicked } from '../../../shared/fields/locators';
import { isObject, readList, withoutEmpty, type Parameters } from '../../../shared/parameters';

export const wabaTemplateLocator = locator({
	displayName: 'Template',
	name: 'templateId',
	search: 'searchWabaTemplates',
	placeholder: 'e.g. 8d255e5d-6a9b-4f0f-8a53-0c2a3b1d4e5f',
	description: "The WABA template of the customer's account",
	required: true,
});

/** Throws an input error when no template is picked. */
export const readTemplateId = (parameters: Parameters): string =>
	readPicked(wabaTemplateLocator, parameters);

/** A template as an output item; no document shows it, so no key is sure. */
export const wabaTemplateItem = wabaTemplateReply.partial();

const categoryNames: Record<(typeof wabaCategories)[number], string> = {
	MARKETING: 'Marketing',
	UTILITY: 'Utility',
};

/** The fields of a template, by name. */
export const wabaFields = {
	title: {
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Order status',
		description: 'Name of the template in Wazzup',
	},
	wabaId: {
		displayName: 'WABA ID',
		name: 'wabaId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 300400500600700',
		description: 'ID of the WhatsApp Business account at Meta. It goes together with its name.',
	},
	wabaName: {
		displayName: 'WABA Name',
		name: 'wabaName',
		type: 'string',
		default: '',
		placeholder: 'e.g. My Shop',
		description: 'Name of the WhatsApp Business account',
	},
	channels: {
		displayName: 'Channel Names or IDs',
		name: 'channels',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getWabaChannels' },
		default: [],
		description:
			'The WABA channels that use the template. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	category: {
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: wabaCategories.map((value) => ({ name: categoryNames[value], value })),
		default: 'UTILITY',
		description: 'What the template is for; Meta charges by it',
	},
	language: {
		displayName: 'Language',
		name: 'language',
		type: 'string',
		default: '',
		placeholder: 'e.g. en',
		description: 'Code of the language of the template',
	},
	isDraft: {
		displayName: 'Draft',
		name: 'isDraft',
		type: 'boolean',
		default: false,
		description: 'Whether to keep the template as a draft instead of handing it in for review',
	},
} satisfies Record<string, INodeProperties>;

/** What is given of a template, in Wazzup's words; empty fields left out. `values` are the fields by name. */
export function toWabaTemplate(values: IDataObject, components?: unknown): IDataObject {
	const { title, wabaId, wabaName, category, language } = values;
	const waba = withoutEmpty({
		// A table may give a number.
		waba_id: typeof wabaId === 'number' ? String(wabaId) : wabaId,
		waba_name: wabaName,
	});
	const channels = readList(values.channels);
	return withoutEmpty({
		title,
		waba: Object.keys(waba).length > 0 ? waba : undefined,
		channels: channels.length > 0 ? channels : undefined,
		category,
		language,
		components: components as IDataObject[] | undefined,
	});
}

/** The additional fields with the known ones on top; those of the template are under `template`. */
export function withAdditionalFields(parameters: Parameters, template: IDataObject): IDataObject {
	const { template: moreOfTemplate, ...more } = readAdditionalFields(parameters);
	const whole = { ...(isObject(moreOfTemplate) && moreOfTemplate), ...template };
	return Object.keys(whole).length > 0 ? { ...more, template: whole } : more;
}
