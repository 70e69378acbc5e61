import { getChannels } from '../../api/v3/channels';
import type { Route } from '../surface';

export const channelRoutes: Route[] = [
	{
		endpoint: getChannels,
		answer: (call) => ({
			status: 200,
			body: [...call.world.state.channels.values()].map(
				({ channelId, transport, plainId, state, name }) => ({
					channelId,
					transport,
					plainId,
					state,
					name,
				}),
			),
		}),
	},
];
