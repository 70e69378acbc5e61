import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** Another program that receives the events of the account. */
export interface ForeignProgram {
	/** Without a query. */
	url: string;
	/** The bodies that came, pings included, oldest first. */
	received: unknown[];
	close(): Promise<void>;
}

/** Starts one on a free port; it answers everything with 200, as Wazzup's test post wants. */
export async function startForeignProgram(): Promise<ForeignProgram> {
	const received: unknown[] = [];
	const server = createServer((request, response) => {
		void text(request).then((body) => {
			received.push(JSON.parse(body));
			response.end('{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port');
	return {
		url: `http://127.0.0.1:${address.port}/crm/hook`,
		received,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
