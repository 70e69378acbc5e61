import { createServer } from 'node:net';
import getPort from 'get-port';
import { Advice } from './advice';

/** The only address that anything here listens on. */
export const LOCAL_HOST = '127.0.0.1';

/** A port that nobody listens on right now, and that was not given out here a moment ago. */
export async function freePort(): Promise<number> {
	return await getPort({ host: LOCAL_HOST });
}

/**
 * @param option the command line option that chooses this port, e.g. `--port`
 * @throws Advice when another program listens on the port
 */
export async function demandFree(port: number, option: string): Promise<void> {
	// Not through get-port: it calls a port taken that it was asked about a moment ago.
	const free = await new Promise<boolean>((resolve) => {
		const server = createServer().once('error', () => resolve(false));
		server.listen(port, LOCAL_HOST, () => server.close(() => resolve(true)));
	});
	if (free) return;
	throw new Advice(
		`Port ${port} is taken by another program. Stop that program, or choose another port: npm start -- ${option} ${port + 1}`,
	);
}
