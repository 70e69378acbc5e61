import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { searchChannels } from '../shared/fields/listSearch';

/** The channels of the account, as the picker of the Wazzup node names them. */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await searchChannels.call(this);
	return results.map(({ name, value }) => ({ name, value }));
}
