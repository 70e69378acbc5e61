import { v3Endpoints } from '../../api/v3';
import type { AnyEndpoint } from '../../api/endpoint';
import type { KeyKind } from '../shapes';
import { routesOf, type Answer, type Caller, type Route, type SurfaceRules } from '../surface';
import type { World } from '../world';
import { channelRoutes } from './channels';
import { chatWindowRoutes } from './chatWindow';
import { contactRoutes } from './contacts';
import { dealRoutes } from './deals';
import { integrationRoutes } from './integrations';
import { messageRoutes } from './messages';
import { pipelineRoutes } from './pipelines';
import { templateRoutes } from './templates';
import { unansweredRoutes } from './unanswered';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';

const written: Route[] = [
	...channelRoutes,
	...messageRoutes,
	...webhookRoutes,
	...userRoutes,
	...contactRoutes,
	...dealRoutes,
	...pipelineRoutes,
	...chatWindowRoutes,
	...unansweredRoutes,
	...templateRoutes,
	...integrationRoutes,
];

const routes = routesOf(v3Endpoints, written);

function keyOf({ state }: World, authorization: string | undefined): KeyKind {
	if (authorization === undefined) return 'none';
	if (authorization === `Bearer ${state.apiKey}`) return 'apiKey';
	return authorization === `Bearer ${state.sidecarKey}` ? 'sidecarKey' : 'wrongKey';
}

/** 401 without a right key, 429 above the limit, 403 for a sidecar key on a closed route. Only the last one has a body (A.1). */
function gate(
	world: World,
	endpoint: AnyEndpoint | undefined,
	{ key }: Caller,
): Answer | undefined {
	if (key === 'none' || key === 'wrongKey') return { status: 401 };
	if (!world.rate.take(`v3 ${key}`, world.settings.rateLimit)) return { status: 429 };
	if (key === 'sidecarKey' && endpoint && !endpoint.sidecar) {
		return { status: 403, body: { error: 'FORBIDDEN' } };
	}
	return undefined;
}

const callerOf = (world: World, authorization: string | undefined): Caller => ({
	key: keyOf(world, authorization),
});

export const v3: SurfaceRules = {
	surface: 'v3',
	prefix: '/v3',
	routes,
	callerOf,
	gate,
	noRoute: { status: 404 },
};
