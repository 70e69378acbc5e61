import type { IDataObject } from 'n8n-workflow';
import { channelReply, getChannels } from '../../../../api/v3/channels';
import { channelLocator } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operation';
import { steps } from '../../../shared/runners/steps';
import { readChannels } from './readChannels';

/** Wazzup has no route for one channel: it is picked from the list, which is read once for all items. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get channel',
	description: 'Retrieve one channel with its state, e.g. to see whether it can send',
	fields: [channelLocator],
	runner: steps({
		endpoints: [getChannels],
		output: channelReply,
		steps: async (parameters, _call, run) => {
			const id = parameters.required('channelId', 'Channel', parameters.picked('channelId')).trim();
			const channels = await readChannels(run, parameters.itemIndex);
			const found = channels.find(({ channelId }) => channelId.toLowerCase() === id.toLowerCase());
			return (
				(found as IDataObject | undefined) ??
				parameters.refuse(
					`The account has no channel with the ID "${id}"`,
					'Pick the channel from the list, or take its channelId from Channel → Get Many. A channel of another account or integration cannot be reached with this API key.',
				)
			);
		},
	}),
};
