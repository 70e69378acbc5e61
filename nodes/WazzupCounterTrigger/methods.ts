import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { searchUsers } from '../shared/fields/listSearch';
import { searchUsers as searchLegacyUsers } from '../shared/legacy/listSearch';
import { readApi } from './settings';

/** The employees of the account, as the pickers of the Wazzup and the Wazzup Legacy node name them. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const search = readApi(this) === 'legacy' ? searchLegacyUsers : searchUsers;
	const { results } = await search.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
