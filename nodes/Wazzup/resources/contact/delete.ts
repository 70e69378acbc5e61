import { deleteContact, deleteContacts } from '../../../../api/v3/contacts';
import { deleteOperation } from '../entity';
import { contactKind } from './input';

export const remove = deleteOperation(
	contactKind,
	deleteContact,
	deleteContacts,
	'Remove a contact; the conversation stays in the shared chats',
);
