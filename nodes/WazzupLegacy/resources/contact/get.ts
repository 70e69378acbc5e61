import { getLegacyContact } from '../../../../api/legacy/contacts';
import { getOne } from '../entity';
import { contactKind } from './input';

export const get = getOne(contactKind, getLegacyContact);
