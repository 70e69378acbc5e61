import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { searchUsers } from '../shared/fields/listSearch';

/** The employees of the account, as the picker of the Wazzup node names them. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await searchUsers.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
