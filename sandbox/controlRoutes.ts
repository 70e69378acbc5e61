import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import type { Control } from './control';
import { param, read } from './controlRequest';
import * as bodies from './controlBodies';
import { ControlError } from './controlError';
import type { Hub } from './hub';
import { registerTechControl } from './tech/controlRoutes';
import type { World } from './world';

const ok = { ok: true };
const after = z.object({ after: z.coerce.number().optional() });

/** The HTTP form of the control API; README.md lists the routes. */
export function registerControl(app: FastifyInstance, world: World, control: Control): void {
	app.register(
		(routes, _options, done) => {
			routes.setErrorHandler((error, _request, reply) => refuse(world, error, reply));

			routes.get('/journal', (request) => ({
				entries: control.journal(after.parse(request.query).after),
			}));
			routes.delete('/journal', () => (control.clearJournal(), ok));

			routes.get('/deliveries', (request) => ({
				deliveries: control.deliveries(after.parse(request.query).after),
			}));
			routes.delete('/deliveries', () => (control.clearDeliveries(), ok));
			routes.post('/deliveries/:id/redeliver', (request) =>
				control.redeliver(Number(param(request, 'id'))),
			);
			routes.post('/deliver', (request) => control.deliver(read(bodies.deliverBody, request).body));

			routes.get('/faults', () => ({ faults: control.faults() }));
			routes.post('/faults', (request) => control.addFault(read(bodies.faultBody, request)));
			routes.delete('/faults', () => (control.clearFaults(), ok));

			routes.post('/clock', (request) => ({
				now: control.advanceClock(read(bodies.clockBody, request).advance),
			}));
			routes.post('/settings', (request) =>
				control.changeSettings(read(bodies.settingsBody, request)),
			);
			routes.get('/state', () => control.wholeState());
			routes.post('/reset', () => (control.reset(), ok));
			routes.post('/seed', (request) => control.seed(read(bodies.seedBody, request)));

			routes.get('/sockets', () => ({
				open: control.openSockets(),
				asked: control.counterSockets(),
			}));
			routes.post('/sockets/drop', () => ({ dropped: control.dropSockets() }));

			routes.get('/chats', () => ({ chats: control.chats() }));
			routes.get('/chats/:channelId/:chatId/messages', (request) => ({
				messages: control.messages(param(request, 'channelId'), param(request, 'chatId')),
			}));

			routes.post('/customer/messages', (request) => {
				const { messageId, chatId } = control.customerWrites(
					read(bodies.customerMessageBody, request),
				);
				return { messageId, chatId };
			});
			routes.post('/customer/tap', (request) =>
				control.customerTaps(read(bodies.tapBody, request)),
			);
			routes.post('/customer/read', (request) => ({
				read: control.customerReads(read(bodies.chatBody, request)),
			}));

			routes.patch('/channels/:channelId', (request) =>
				control.changeChannel(param(request, 'channelId'), read(bodies.channelBody, request)),
			);
			routes.post('/channels', (request) =>
				control.addChannel(read(bodies.newChannelBody, request)),
			);
			routes.delete(
				'/channels/:channelId',
				(request) => (control.removeChannel(param(request, 'channelId')), ok),
			);
			routes.patch('/templates/:templateGuid', (request) =>
				control.changeTemplate(
					param(request, 'templateGuid'),
					read(bodies.templateBody, request).status,
				),
			);
			routes.post('/creation', (request) =>
				control.requestCreation(read(bodies.creationBody, request)),
			);
			routes.post('/marketplace/state', (request) =>
				control.marketplaceState(read(bodies.marketplaceBody, request).crmCode),
			);

			routes.post('/files', (request) => {
				const name = z.object({ name: z.string().optional() }).parse(request.query).name;
				const type = request.headers['content-type'] ?? 'application/octet-stream';
				const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
				return { url: control.addFile(bytes, type, name) };
			});
			routes.get('/files/:id', (request, reply) => {
				const file = world.files.get(param(request, 'id'));
				if (!file) throw new ControlError('There is no such file.', 404);
				return reply.type(file.type).send(file.bytes);
			});

			registerTechControl(routes, control.tech);

			routes.get('/events', (request, reply) => stream(world.hub, request, reply));
			done();
		},
		{ prefix: '/_sandbox' },
	);
}

function refuse(world: World, error: unknown, reply: FastifyReply): FastifyReply {
	if (error instanceof ControlError) {
		return reply.code(error.status).send({ error: error.message });
	}
	const message = error instanceof Error ? error.message : String(error);
	world.log(message);
	return reply.code(500).send({ error: message });
}

/** Server-sent events of everything that happens, until the reader goes away. */
function stream(hub: Hub, request: FastifyRequest, reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
	});
	// At once, so that the reader knows that nothing is missed from here on.
	reply.raw.write(': open\n\n');
	const end = hub.onAny((name, data) => {
		reply.raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
	});
	request.raw.socket.once('close', end);
}
