import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { v3Delivery } from '../../../api/events/v3';
import { webhooksUri } from '../../../api/v3/webhooks';
import { searchChannels } from '../../shared/fields/listSearch';
import { ownAddress, type OwnAddress } from '../address';
import { apiKeyAccount } from '../apiKey';
import { borrowedAddress } from '../borrowed';
import { readDelivery } from '../entries';
import { readEvents } from '../settings';
import type { Surface } from '../surface';
import { WebhookAccount } from './account';
import { v3Events } from './events';
import { normaliseV3 } from './normalise';
import { switchesFor } from './switches';

/** The address to register. Throws when Wazzup would not take one of that length. */
async function own(functions: IHookFunctions): Promise<OwnAddress> {
	const address = await ownAddress(functions, apiKeyAccount);
	if (webhooksUri.safeParse(address.uri).success) return address;
	throw new NodeOperationError(
		functions.getNode(),
		`The webhook address of this node has ${address.uri.length} characters, and Wazzup takes at most 200`,
		{ description: 'Give n8n a shorter public address (WEBHOOK_URL), or register it by hand.' },
	);
}

/** The account of an API key: one address for all events, and a switch for each kind. */
export const v3: Surface = {
	...apiKeyAccount,
	name: 'v3',
	events: v3Events,
	entityFields: 'ID, responsibleUserId, name, contactData or contacts',
	lifecycle: borrowedAddress({
		surface: 'v3',
		own,
		open: async (functions) => await WebhookAccount.open(functions),
		wanted: (functions) => switchesFor(readEvents(functions, v3Events)),
	}),
	read: (body) => {
		const delivery = readDelivery(v3Delivery, body);
		return delivery && normaliseV3(delivery);
	},
	channels: async (functions) => await searchChannels.call(functions),
};
