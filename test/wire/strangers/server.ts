import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const open: Array<() => void> = [];
afterEach(() => {
	for (const close of open.splice(0)) close();
});

/** A server that notes who comes, and sends everybody to another place; closed after the test. */
export async function startServer(location?: string) {
	const asked: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		asked.push(request);
		response.writeHead(location === undefined ? 200 : 307, { ...(location && { location }) });
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	open.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${port}`, asked };
}
