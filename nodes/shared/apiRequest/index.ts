import type { Resource } from '../operation';
import type { AnyRoutes } from './route';
import { sendOperation } from './send';

/** Any route of a surface, with the credential, the pace and the error texts of the other operations. */
export const apiRequestTo = (routes: AnyRoutes): Resource => ({
	value: 'apiRequest',
	name: 'API Request',
	operations: [sendOperation(routes)],
});
