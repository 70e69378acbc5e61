import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

const folder = join(__dirname, 'page');

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
};

async function sendFile(reply: FastifyReply, name: string): Promise<FastifyReply> {
	const path = normalize(join(folder, name));
	const type = types[extname(path)];
	if (!path.startsWith(folder + sep) || type === undefined)
		return reply.code(404).send('Not found');
	try {
		// Nothing is kept by the browser, so that an edit of the page shows after a reload.
		return await reply
			.type(type)
			.header('cache-control', 'no-store')
			.send(await readFile(path));
	} catch {
		return reply.code(404).send('Not found');
	}
}

/** The chat page: `/` and the files of `page/`. */
export function registerPage(app: FastifyInstance): void {
	app.get('/', (_request, reply) => sendFile(reply, 'index.html'));
	app.get<{ Params: { '*': string } }>('/page/*', (request, reply) =>
		sendFile(reply, request.params['*']),
	);
}
