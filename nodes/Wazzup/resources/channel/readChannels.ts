import type { z } from 'zod/v4';
import { getChannels, type channelReply } from '../../../../api/v3/channels';
import type { Run } from '../../../shared/run';
import { apiError } from '../../../shared/transport/errors';
import { request } from '../../../shared/transport/request';

export type Channel = z.infer<typeof channelReply>;

/**
 * The channels of the account, read once for all items of an execution.
 * Throws the NodeApiError of the item when they cannot be read.
 */
export async function readChannels(run: Run, itemIndex: number): Promise<Channel[]> {
	const connection = run.connection(itemIndex);
	const outcome = await run.once(
		`channels ${connection.account}`,
		async () => await request(connection, { endpoint: getChannels }),
	);
	if (!outcome.ok) throw apiError(run.node, outcome.failure, { itemIndex });
	return outcome.reply;
}
