import { getCounterHost } from '../../api/counterSockets';
import type { Call, Answer, SurfaceRules } from '../surface';

/** The service that names the host of the counter's socket: here the sandbox itself. */
function host({ world, params }: Call): Answer {
	return params.apiKey === world.state.apiKey
		? { status: 200, body: { host: new URL(world.url).host } }
		: { status: 401 };
}

export const counterHostService: SurfaceRules = {
	surface: 'v3',
	prefix: '/counters',
	routes: [{ endpoint: getCounterHost, answer: host }],
	// The key is in the path; the journal is not to hold it.
	callerOf: () => ({ key: 'none' }),
	shownPath: (path) => path.replace(/(\/api_v3\/)[^/]+/, '$1•••'),
	gate: () => undefined,
	noRoute: { status: 404 },
};
