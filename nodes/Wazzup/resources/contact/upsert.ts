import { contact, upsertContacts } from '../../../../api/v3/contacts';
import { upsertOperation } from '../entity';
import { contactInput } from './input';

export const upsert = upsertOperation({
	endpoint: upsertContacts,
	entity: contact,
	input: contactInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
