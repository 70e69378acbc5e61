import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { v3Delivery } from '../../../api/events/v3';
import { webhooksUri } from '../../../api/v3/webhooks';
import { searchChannels } from '../../shared/fields/listSearch';
import { connect } from '../../shared/transport/accounts';
import { ownAddress, type OwnAddress } from '../address';
import { borrowedAddress } from '../borrowed';
import { readEvents } from '../settings';
import type { Surface, TriggerFunctions } from '../surface';
import { WebhookAccount } from './account';
import { v3Events } from './events';
import { normaliseV3 } from './normalise';
import { switchesFor } from './switches';

const secret = async (functions: TriggerFunctions) =>
	(await functions.getCredentials('wazzupApi')).apiKey;

/** The address to register. Throws when Wazzup would not take one of that length. */
async function own(functions: IHookFunctions): Promise<OwnAddress> {
	const address = await ownAddress(functions, { secret });
	if (webhooksUri.safeParse(address.uri).success) return address;
	throw new NodeOperationError(
		functions.getNode(),
		`The webhook address of this node has ${address.uri.length} characters, and Wazzup takes at most 200`,
		{ description: 'Give n8n a shorter public address (WEBHOOK_URL), or register it by hand.' },
	);
}

/** The account of an API key: one address for all events, and a switch for each kind. */
export const v3: Surface = {
	name: 'v3',
	events: v3Events,
	entityFields: 'ID, responsibleUserId, name, contactData or contacts',
	lifecycle: borrowedAddress({
		surface: 'v3',
		own,
		open: async (functions) => await WebhookAccount.open(functions),
		wanted: (functions) => switchesFor(readEvents(functions, v3Events)),
	}),
	secret,
	connect: async (functions) => await connect(functions, 'wazzupApi'),
	accountId: () => null,
	read: (body) => {
		const read = v3Delivery.safeParse(body);
		return read.success ? normaliseV3(read.data) : undefined;
	},
	channels: async (functions) => await searchChannels.call(functions),
};
