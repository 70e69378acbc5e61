import { readPicked } from '../../shared/fields/locators';
import type { Parameters } from '../../shared/parameters';

/** The picker is that of all nodes; `searchUsers` of this node fills it. */
export { userLocator } from '../../shared/fields/locators';

/** Throws an input error when no user is picked. */
export const readUserId = (parameters: Parameters): string =>
	readPicked({ name: 'userId', displayName: 'User' }, parameters);
