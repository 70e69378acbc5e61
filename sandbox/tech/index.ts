import type { AnyEndpoint } from '../../api/endpoint';
import { techEndpoints } from '../../api/tech';
import { routesOf, type Answer, type Caller, type Route, type SurfaceRules } from '../surface';
import type { World } from '../world';
import { accountRoutes } from './accounts';
import { forbidden, problem, unknownToken, wrongLogin } from './answer';
import { channelRoutes } from './channels';
import { read } from './checks';
import { contactRoutes } from './contacts';
import { counterRoutes } from './counters';
import { dealRoutes } from './deals';
import { exportRoutes } from './exports';
import { linkRoutes } from './links';
import { marketplaceRoutes } from './marketplaces';
import { messageRoutes } from './messages';
import { oauthRoutes } from './oauth';
import { pipelineRoutes } from './pipelines';
import { settingsRoutes } from './settings';
import { templateRoutes } from './templates';
import { userRoutes } from './users';
import { wabaRoutes } from './waba';
import { wabaTemplateRoutes } from './wabaTemplates';
import { webhookRoutes } from './webhooks';

const crm = [userRoutes, settingsRoutes, contactRoutes, dealRoutes, pipelineRoutes, counterRoutes];
const transport = [
	channelRoutes,
	messageRoutes,
	exportRoutes,
	templateRoutes,
	wabaTemplateRoutes,
	wabaRoutes,
];

/** What a client token has to be good for. No document says which route needs which scope. */
const scopeByEndpoint = new Map<AnyEndpoint, string>([
	...crm.flat().map(({ endpoint }) => [endpoint, 'crm'] as const),
	...transport.flat().map(({ endpoint }) => [endpoint, 'transport'] as const),
]);

/** With the ids of the path checked first. */
const checked = ({ endpoint, answer }: Route): Route => ({
	endpoint,
	answer: (call) => {
		read(endpoint.params, call.params);
		return answer(call);
	},
});

const written: Route[] = [
	oauthRoutes,
	accountRoutes,
	marketplaceRoutes,
	webhookRoutes,
	linkRoutes,
	...crm,
	...transport,
].flat();

const routes = routesOf(techEndpoints, written).map(checked);

function callerOf({ tech }: World, authorization: string | undefined): Caller {
	const [scheme, value = ''] = (authorization ?? '').split(' ');
	if (!authorization) return { key: 'none' };
	if (scheme === 'Basic') {
		const login = Buffer.from(value, 'base64').toString('utf8');
		const partner = tech.partners.find(({ email, password }) => login === `${email}:${password}`);
		return partner ? { key: 'partnerLogin', partner: partner.email } : { key: 'wrongKey' };
	}
	const token = scheme === 'Bearer' ? tech.tokens.find('access', value) : undefined;
	if (!token) return { key: 'wrongKey' };
	return { key: 'clientToken', account: token.account, scopes: token.scopes };
}

const tooMany = problem(429, 'TOO_MANY_REQUESTS', 'Too Many Requests', 'Too many requests.');
const missing = problem(404, 'NOT_FOUND', 'Not Found', 'There is no such route.');

/** 401 without the login or token that the route asks for, 429 above the limit, 403 without the scope. */
function gate(
	world: World,
	endpoint: AnyEndpoint | undefined,
	{ key, partner, account, scopes = [] }: Caller,
): Answer | undefined {
	if (endpoint?.auth === 'none') return undefined;
	const isPartners = endpoint?.auth === 'partnerLogin';
	if (endpoint && key !== endpoint.auth) return isPartners ? wrongLogin : unknownToken;
	if (!endpoint && (key === 'none' || key === 'wrongKey')) return unknownToken;
	if (!world.rate.take(`tech ${partner ?? account}`, world.settings.rateLimit)) return tooMany;
	const scope = endpoint && scopeByEndpoint.get(endpoint);
	if (scope !== undefined && !scopes.includes(scope)) {
		return forbidden(`The token is not good for ${scope}.`);
	}
	return undefined;
}

export const tech: SurfaceRules = {
	surface: 'tech',
	prefix: '/v2',
	routes,
	callerOf,
	gate,
	noRoute: missing,
};
