import {
	createDeals,
	deal as contract,
	dealReply,
	deleteDeals,
	getDeal,
	getDeals,
	updateDeals,
} from '../../../../api/tech/deals';
import { entityId } from '../../../../api/tech/common';
import { entityResource } from '../entity';
import { dealInput, idField } from './input';

export const deal = entityResource({
	noun: 'deal',
	idField,
	id: entityId(100),
	input: dealInput,
	entity: contract,
	change: contract,
	row: dealReply,
	routes: {
		create: createDeals,
		update: updateDeals,
		get: getDeal,
		getMany: getDeals,
		delete: deleteDeals,
	},
	descriptions: {
		create: 'Add deals to the list of deals beside the chats; those of all input items go together',
		update: 'Change deals that are in Wazzup; all their fields are sent, not only the changed ones',
		delete: 'Remove deals from Wazzup; an ID that Wazzup does not know is no error',
	},
});
