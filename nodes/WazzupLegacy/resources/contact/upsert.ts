import { legacyContact, upsertLegacyContacts } from '../../../../api/legacy/contacts';
import { writeOperation } from '../../../shared/entity';
import { contactInput } from './input';

export const upsert = writeOperation({
	value: 'upsert',
	endpoint: upsertLegacyContacts,
	entity: legacyContact,
	input: contactInput,
	description: 'Create a new record, or update the current one if it already exists (upsert)',
});
