import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { sameCode } from '../../../api/codes';
import { getChannels } from '../../../api/tech/channels';
import { callerOf } from '../../shared/tech/account';

/** The WABA channels of the account, for fields that take several. */
export async function getWabaChannels(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const { data } = await (await callerOf(this))({ endpoint: getChannels });
	return data
		.filter(({ transport }) => sameCode(transport, 'wapi'))
		.map(({ channel_id, name, phone }) => ({
			name: [name, phone].filter(Boolean).join(' · ') || channel_id,
			value: channel_id,
		}));
}
