import { getWabaTemplates } from '../../api/v3/templates';
import type { Route } from '../surface';
import { readQuery } from './checks';

export const templateRoutes: Route[] = [
	{
		endpoint: getWabaTemplates,
		answer: (call) => {
			const { limit = 100, offset = 0 } = readQuery(getWabaTemplates, call);
			const templates = [...call.world.state.templates.values()];
			return { status: 200, body: templates.slice(offset, offset + Math.min(limit, 100)) };
		},
	},
];
