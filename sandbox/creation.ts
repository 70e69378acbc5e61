import { contact } from '../api/v3/contacts';
import { deal } from '../api/v3/deals';
import { ControlError } from './controlError';
import type { Delivery } from './shapes';
import type { Contact, Deal } from './state';
import type { World } from './world';

export interface CreationRequest {
	kind: 'contact' | 'deal';
	responsibleUserId?: string;
	/** contact */
	name?: string;
	contactData?: Contact['contactData'];
	/** deal: ids of contacts */
	contacts?: string[];
	source?: 'auto' | 'byUser';
}

export interface CreationResult {
	delivery: Delivery;
	/** What the CRM answered with, where that is a whole entity. */
	stored?: Contact | Deal;
}

function parsed(reply: string | undefined): unknown {
	try {
		return JSON.parse(reply ?? '');
	} catch {
		return undefined;
	}
}

/**
 * Asks the CRM for a contact or a deal, as Wazzup does when somebody unknown writes or an employee presses "+" (A.9.3).
 * The entity in the reply is stored. Throws a ControlError where nothing is subscribed.
 */
export async function requestCreation(
	world: World,
	request: CreationRequest,
): Promise<CreationResult> {
	const { kind, responsibleUserId = '1' } = request;
	const event = kind === 'contact' ? 'createContact' : 'createDeal';
	const wanted =
		kind === 'contact'
			? {
					responsibleUserId,
					name: request.name ?? 'Anna',
					contactData: request.contactData ?? [{ chatType: 'whatsapp', chatId: '79011112233' }],
					source: request.source ?? 'auto',
				}
			: { responsibleUserId, contacts: request.contacts ?? [], source: request.source ?? 'byUser' };
	const delivery = await world.webhook.deliver(
		event,
		{ [event]: wanted },
		'contactsAndDealsCreation',
	);
	if (!delivery) {
		throw new ControlError('Nothing to ask: contactsAndDealsCreation is not subscribed.');
	}
	return { delivery, stored: store(world, kind, delivery) };
}

function store(
	world: World,
	kind: CreationRequest['kind'],
	delivery: Delivery,
): Contact | Deal | undefined {
	if (delivery.status !== 200) return undefined;
	const reply = parsed(delivery.reply);
	if (kind === 'contact') {
		const { data } = contact.safeParse(reply);
		if (data) world.state.contacts.set(data.id, data);
		return data;
	}
	const { data } = deal.safeParse(reply);
	if (data) world.state.deals.set(String(data.id), data);
	return data;
}
