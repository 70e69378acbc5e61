import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { param, read } from '../controlRequest';
import type { TechControl } from './control';

const text = z.string().optional();

const accountBody = z.strictObject({ name: text, partner: z.string().nullish() });
const tokenBody = z.strictObject({ accountId: text, scope: text });
const revokeBody = z.strictObject({
	accountId: text,
	kind: z.enum(['access', 'refresh', 'machine', 'all']).optional(),
});
const channelBody = z.strictObject({ state: text, reason: text, tier: text, qr: text, name: text });
const scanBody = z.strictObject({ password: text });
const pairBody = z.strictObject({ code: text });
const templateBody = z.strictObject({ status: z.string(), reason: text });
const exportBody = z.strictObject({ status: z.string() });
const creationBody = z.strictObject({
	accountId: text,
	kind: z.enum(['contact', 'deal']),
	name: text,
	responsible_user_id: text,
	recipient: z
		.strictObject({ chat_type: z.string(), chat_id: z.string(), username: text, phone: text })
		.optional(),
	contacts: z.array(z.string()).optional(),
});
const publishBody = z.strictObject({
	accountId: text,
	event: z.string(),
	data: z.array(z.unknown()),
});
const installBody = z.strictObject({ crmCode: z.string(), accountId: text });

/** The HTTP form of the verbs, below `/_sandbox/tech`; README.md of this folder lists them. */
export function registerTechControl(app: FastifyInstance, control: TechControl): void {
	app.register(
		(routes, _options, done) => {
			routes.get('/state', () => control.state());
			routes.get('/accounts/:id', (request) => control.account(param(request, 'id')));
			routes.post('/accounts', (request) => control.createAccount(read(accountBody, request)));
			routes.post('/tokens', (request) => {
				const { accountId, scope } = read(tokenBody, request);
				return {
					token: control.clientToken(accountId, scope),
					refreshToken: control.refreshToken(accountId, scope),
				};
			});
			routes.post('/tokens/revoke', (request) => ({
				revoked: control.revoke(read(revokeBody, request)),
			}));
			routes.patch('/channels/:id', (request) =>
				control.changeChannel(param(request, 'id'), read(channelBody, request)),
			);
			routes.post('/channels/:id/scan', (request) =>
				control.scan(param(request, 'id'), read(scanBody, request)),
			);
			routes.post('/channels/:id/pair', (request) =>
				control.pair(param(request, 'id'), read(pairBody, request).code),
			);
			routes.post('/channels/:id/expire', (request) => control.expire(param(request, 'id')));
			routes.patch('/templates/:id', (request) => {
				const { status, reason } = read(templateBody, request);
				return control.moderate(param(request, 'id'), status, reason);
			});
			routes.patch('/exports/:id', (request) =>
				control.changeExport(param(request, 'id'), read(exportBody, request).status),
			);
			routes.post('/creation', (request) => control.requestCreation(read(creationBody, request)));
			routes.post('/publish', (request) => ({
				subscriptions: control.publish(read(publishBody, request)),
			}));
			routes.delete('/webhooks/:id', (request) => {
				control.removeWebhook(param(request, 'id'));
				return { ok: true };
			});
			routes.post('/marketplace/install', (request) => {
				const { crmCode, accountId } = read(installBody, request);
				return { url: control.install(crmCode, accountId) };
			});
			done();
		},
		{ prefix: '/tech' },
	);
}
