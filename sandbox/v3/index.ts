import { v3Endpoints } from '../../api/v3';
import type { AnyEndpoint } from '../../api/endpoint';
import type { KeyKind } from '../shapes';
import type { Answer, Route, SurfaceRules } from '../surface';
import type { World } from '../world';
import { Refusal } from './answer';
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

/** Every endpoint of `api/v3` with its handler; an endpoint without one stops the start. */
const routes = v3Endpoints.map((endpoint): Route => {
	const route = written.find((candidate) => candidate.endpoint === endpoint);
	if (!route)
		throw new Error(`The sandbox has no handler for ${endpoint.method} ${endpoint.path}.`);
	return route;
});

function keyOf({ state }: World, authorization: string | undefined): KeyKind {
	if (authorization === undefined) return 'none';
	if (authorization === `Bearer ${state.apiKey}`) return 'apiKey';
	return authorization === `Bearer ${state.sidecarKey}` ? 'sidecarKey' : 'wrongKey';
}

/** 401 without a right key, 429 above the limit, 403 for a sidecar key on a closed route. Only the last one has a body (A.1). */
function gate(world: World, endpoint: AnyEndpoint | undefined, key: KeyKind): Answer | undefined {
	if (key === 'none' || key === 'wrongKey') return { status: 401 };
	if (!world.rate.take(`v3 ${key}`, world.settings.rateLimit)) return { status: 429 };
	if (key === 'sidecarKey' && endpoint && !endpoint.sidecar) {
		return { status: 403, body: { error: 'FORBIDDEN' } };
	}
	return undefined;
}

const answerTo = (error: unknown): Answer | undefined =>
	error instanceof Refusal ? error.answer : undefined;

export const v3: SurfaceRules = { prefix: '/v3', routes, keyOf, gate, answerTo };
