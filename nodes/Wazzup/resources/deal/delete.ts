import { deleteDeal, deleteDeals } from '../../../../api/v3/deals';
import { deleteOperation } from '../entity';
import { dealKind } from './input';

export const remove = deleteOperation(
	dealKind,
	deleteDeal,
	deleteDeals,
	'Remove a deal from the list of deals; its contacts stay',
);
