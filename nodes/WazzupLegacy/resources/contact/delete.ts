import { deleteLegacyContact } from '../../../../api/legacy/contacts';
import { deleteOne } from '../entity';
import { contactKind } from './input';

export const remove = deleteOne(
	contactKind,
	deleteLegacyContact,
	'Remove a contact; the conversation stays in the shared chats',
);
