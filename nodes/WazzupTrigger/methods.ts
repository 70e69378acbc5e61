import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { surfaceOf } from './surfaces';

/** The channels of the account, as the picker of the action nodes names them. */
export async function getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { results } = await surfaceOf(this).channels(this);
	return results.map(({ name, value }) => ({ name, value }));
}
