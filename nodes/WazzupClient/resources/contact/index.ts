import {
	contact as contract,
	contactChange,
	contactReply,
	createContacts,
	deleteContacts,
	getContact,
	getContacts,
	updateContacts,
} from '../../../../api/tech/contacts';
import { given } from '../../../../api/tech/common';
import { changeOf } from '../../../shared/fields/entityInput';
import { entityResource } from '../entity';
import { contactInput, idField } from './input';

export const contact = entityResource({
	noun: 'contact',
	idField,
	id: given,
	input: contactInput,
	changeInput: changeOf(contactInput),
	entity: contract,
	change: contactChange,
	row: contactReply,
	routes: {
		create: createContacts,
		update: updateContacts,
		get: getContact,
		getMany: getContacts,
		delete: deleteContacts,
	},
	descriptions: {
		create: 'Add contacts; one that Wazzup knows already is changed, its responsible user included',
		update: 'Change contacts that are in Wazzup; fields that are left empty are not sent',
		delete: 'Remove contacts from Wazzup; an ID that Wazzup does not know is no error',
	},
});
