import { legacyDelivery } from '../../../api/events/legacy';
import { searchChannels } from '../../shared/legacy/listSearch';
import { ownAddress } from '../address';
import { apiKeyAccount } from '../apiKey';
import { borrowedAddress, EVERYTHING } from '../borrowed';
import { readDelivery } from '../entries';
import type { Surface } from '../surface';
import { legacyEvents } from './events';
import { openAccount } from './account';
import { normaliseLegacy } from './normalise';

/** The account of an API key, as the API of 2021 knows it: one address, which gets everything. */
export const legacy: Surface = {
	...apiKeyAccount,
	name: 'legacy',
	events: legacyEvents,
	lifecycle: borrowedAddress({
		surface: 'legacy',
		open: openAccount,
		own: async (functions) => await ownAddress(functions, apiKeyAccount),
		wanted: () => EVERYTHING,
	}),
	read: (body) => {
		const delivery = readDelivery(legacyDelivery, body);
		return delivery && normaliseLegacy(delivery);
	},
	channels: async (functions) => await searchChannels.call(functions),
};
