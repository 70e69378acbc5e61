import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod/v4';
import type { Answer } from '../surface';
import type { World } from '../world';
import { addChannel, connect } from './channelLife';
import { button, escaped, page, redirect, withQuery } from './html';
import { install } from './marketplaces';
import { transports } from './transports';

const connectQuery = z.object({
	account: z.string(),
	transport: z.string().optional(),
	channel_id: z.string().optional(),
	_auto: z.string().optional(),
});

/** Where a person connects a channel: picks a kind, says yes. */
function connectPage(world: World, query: unknown): Answer {
	const asked = connectQuery.safeParse(query).data;
	const account = asked && world.tech.accounts.get(asked.account);
	if (!account) return page('This link is not right', '<p>There is no such account.</p>', 404);
	const { transport, channel_id, _auto } = asked;
	const here = `${world.techUrl}/connect`;
	const known = channel_id === undefined ? undefined : account.channels.get(channel_id);
	if (!known && transport === undefined) {
		const kinds = transports
			.filter(({ connectsByLink }) => connectsByLink)
			.map(({ value, name }) =>
				button(name, withQuery(here, { account: account.accountId, transport: value })),
			);
		return page('Which channel?', `<p>${kinds.join('')}</p>`);
	}
	if (_auto !== 'connect') {
		const yes = withQuery(here, {
			account: account.accountId,
			...(transport !== undefined && { transport }),
			...(known && { channel_id: known.channelId }),
			_auto: 'connect',
		});
		return page('Connect the channel?', `<p>${button('Connect', yes)}</p>`);
	}
	const channel = known ?? addChannel(world, account, transport ?? '');
	connect(world, channel);
	return page('Connected', `<p>${escaped(channel.transport)}: ${channel.channelId}</p>`);
}

/** The catalogue of integrations. */
function marketplacePage(world: World): Answer {
	const entries = [...world.tech.marketplaces.values()].map(
		({ crm_code, crm_name, status }) =>
			`<p>${escaped(crm_name ?? crm_code)} (${status}) ${button('Connect', `${world.techUrl}/marketplace/${crm_code}/connect`)}</p>`,
	);
	return page('Marketplace', entries.join('') || '<p>There is no integration yet.</p>');
}

function send(reply: FastifyReply, { status, headers = {}, body }: Answer): FastifyReply {
	return reply.code(status).headers(headers).send(body);
}

/** The pages that people open beside the API. */
export function registerTechPages(app: FastifyInstance, world: World): void {
	app.get('/', (_request, reply) => reply.redirect('/marketplace'));
	app.get('/connect', (request, reply) => send(reply, connectPage(world, request.query)));
	app.get('/marketplace', (_request, reply) => send(reply, marketplacePage(world)));
	app.get<{ Params: { code: string }; Querystring: { account?: string } }>(
		'/marketplace/:code/connect',
		(request, reply) => {
			const url = install(world, request.params.code, request.query.account);
			const nothing = page('Not found', '<p>There is no such integration or account.</p>', 404);
			return send(reply, url === undefined ? nothing : redirect(url));
		},
	);
}
