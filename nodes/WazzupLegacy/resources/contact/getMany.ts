import { getLegacyContacts, legacyContactReply } from '../../../../api/legacy/contacts';
import { getSorted } from '../entity';
import { contactKind } from './input';

export const getMany = getSorted(contactKind, getLegacyContacts, legacyContactReply);
