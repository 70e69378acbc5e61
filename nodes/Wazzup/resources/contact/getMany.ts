import { contactReply, getContacts } from '../../../../api/v3/contacts';
import { getManyOperation } from '../entity';
import { contactKind } from './input';

export const getMany = getManyOperation(contactKind, {
	endpoint: getContacts,
	rows: ({ data }) => data,
	total: ({ count }) => count ?? undefined,
	output: contactReply,
});
