import { getContact } from '../../../../api/v3/contacts';
import { getOperation } from '../entity';
import { contactKind } from './input';

export const get = getOperation(contactKind, getContact);
