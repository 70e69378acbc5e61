import { deleteContacts } from '../../../../api/v3/contacts';
import { deleteManyOperation } from '../entity';
import { contactKind } from './input';

export const deleteMany = deleteManyOperation(contactKind, deleteContacts);
