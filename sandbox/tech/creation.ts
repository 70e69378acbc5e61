import { contact } from '../../api/tech/contacts';
import { deal } from '../../api/tech/deals';
import { techCreatedContact } from '../../api/events/tech';
import { ControlError } from '../controlError';
import type { Delivery } from '../shapes';
import type { Contact, Deal, TechAccount } from './account';

/** What Wazzup asks for when somebody unknown writes or an employee presses "+". */
export interface TechCreation {
	accountId?: string;
	kind: 'contact' | 'deal';
	name?: string;
	responsible_user_id?: string;
	/** contact */
	recipient?: { chat_type: string; chat_id: string; username?: string; phone?: string };
	/** deal: ids of contacts */
	contacts?: string[];
}

export interface TechCreationResult {
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

/** The contact of an answer: its chats stand in `recipient` there (tech 6.5), in `contact_data` where the CRM knows the model. */
function contactIn(reply: unknown): Contact | undefined {
	const whole = contact.safeParse(reply).data;
	if (whole) return whole;
	const {
		id,
		name,
		responsible_user_id,
		recipient = [],
		uri,
	} = techCreatedContact.safeParse(reply).data ?? {};
	return contact.safeParse({ id, name, responsible_user_id, contact_data: recipient, uri }).data;
}

/** Asks the first subscriber, once. Throws a ControlError where nobody subscribed. */
export async function requestCreation(
	account: TechAccount,
	{ kind, name = 'Anna', responsible_user_id = '1', recipient, contacts = [] }: TechCreation,
): Promise<TechCreationResult> {
	const event = kind === 'contact' ? 'crm_entities.contact_add' : 'crm_entities.deal_add';
	const person = recipient ?? { chat_type: 'whatsapp', chat_id: '79011112233' };
	const item =
		kind === 'contact'
			? { name, responsible_user_id, recipient: person }
			: { responsible_user_id, contacts };
	const delivery = await account.events.ask(event, item);
	if (!delivery) throw new ControlError(`Nothing to ask: ${event} is not subscribed.`);
	const isTaken = delivery.status !== undefined && delivery.status < 300;
	const reply = isTaken ? parsed(delivery.reply) : undefined;
	const stored = kind === 'contact' ? contactIn(reply) : deal.safeParse(reply).data;
	if (stored && 'contact_data' in stored) account.contacts.set(stored.id, stored);
	else if (stored) account.deals.set(stored.id, stored);
	return { delivery, stored };
}
