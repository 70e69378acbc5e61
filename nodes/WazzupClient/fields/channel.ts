import { locator, readPicked } from '../../shared/fields/locators';
import type { Parameters } from '../../shared/parameters';

/** A picker of a channel of the customer's account, stored as `channelId`. */
export const channelPicker = (displayName: string, description: string, required = false) =>
	locator({
		displayName,
		name: 'channelId',
		search: 'searchChannels',
		placeholder: 'e.g. e0629e11-1f2c-4b5a-9d3e-2f6a7b8c9d0e',
		description,
		required,
	});

export const channelLocator = channelPicker(
	'Channel',
	"The channel of the customer's account, e.g. a WhatsApp number or a Telegram bot",
	true,
);

/** Throws an input error when no channel is picked. */
export const readChannelId = (parameters: Parameters): string =>
	readPicked(channelLocator, parameters);
