import type { INodeProperties } from 'n8n-workflow';
import type { Parameters } from '../parameters';

/** A picker with a searchable list and an id, as n8n shows it for things that exist in the account. */
export function locator(options: {
	displayName: string;
	name: string;
	/** Name of the method under `methods.listSearch`. */
	search: string;
	placeholder: string;
	description: string;
	required?: boolean;
}): INodeProperties {
	const { displayName, name, search, placeholder, description, required } = options;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(required && { required }),
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
	};
}

/** The id that a picker, or a plain field of one, holds. Throws an input error with the field's name when it is empty. */
export const readPicked = (
	{ name, displayName }: Pick<INodeProperties, 'name' | 'displayName'>,
	parameters: Parameters,
): string => parameters.required(name, displayName, parameters.picked(name));

export const channelLocator: INodeProperties = locator({
	displayName: 'Channel',
	name: 'channelId',
	search: 'searchChannels',
	placeholder: 'e.g. e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
	description: 'The channel of your Wazzup account, e.g. a WhatsApp number or a Telegram bot',
	required: true,
});

export const userLocator = (
	displayName: string,
	name: string,
	description: string,
	required = false,
) =>
	locator({
		displayName,
		name,
		search: 'searchUsers',
		placeholder: 'e.g. 2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
		description,
		required,
	});
