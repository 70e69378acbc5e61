import { legacyEndpoints } from '../../api/legacy';
import { getLegacyChannels } from '../../api/legacy/channels';
import type { KeyKind } from '../shapes';
import { routesOf, type Route, type SurfaceRules } from '../surface';
import type { World } from '../world';
import { chatWindowRoutes } from './chatWindow';
import { contactRoutes } from './contacts';
import { dealRoutes } from './deals';
import { channelPayload } from './payload';
import { messageRoutes } from './sending';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';

const channelRoute: Route = {
	endpoint: getLegacyChannels,
	answer: ({ world }) => ({
		status: 200,
		body: [...world.state.channels.values()].map(channelPayload),
	}),
};

const written: Route[] = [
	channelRoute,
	...chatWindowRoutes,
	...contactRoutes,
	...dealRoutes,
	...messageRoutes,
	...userRoutes,
	...webhookRoutes,
];

/** The raw key after the word Basic (B.1). A sidecar key is younger than this API. */
function keyOf({ state }: World, authorization: string | undefined): KeyKind {
	if (authorization === undefined) return 'none';
	return authorization === `Basic ${state.apiKey}` ? 'apiKey' : 'wrongKey';
}

/** The API of 2021, of the same account as v3. */
export const legacy: SurfaceRules = {
	surface: 'legacy',
	prefix: '/v2',
	routes: routesOf(legacyEndpoints, written),
	callerOf: (world, authorization) => ({ key: keyOf(world, authorization) }),
	// No document gives it a rate, so there is none.
	gate: (_world, _endpoint, { key }) => (key === 'apiKey' ? undefined : { status: 401 }),
	noRoute: { status: 404 },
};
