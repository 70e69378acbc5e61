import { parseArgs } from 'node:util';
import { startSandbox } from './index';

const defaultPort = 3024;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' } } });
	const given = values.port ?? process.env.WAZZUP_SANDBOX_PORT ?? String(defaultPort);
	const port = Number(given);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`"${given}" is not a port: give a whole number from 0 to 65535.`);
	}
	const sandbox = await startSandbox({ port, log: (line) => console.log(line) }).catch(
		(error: unknown) => {
			if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
				throw new Error(
					`Port ${port} is taken. Stop the program that uses it, or choose another one: npm run sandbox -- --port ${port + 1}`,
				);
			}
			throw error;
		},
	);
	console.log(
		[
			'',
			'The Wazzup sandbox is running.',
			`  Chat page    ${sandbox.url}/`,
			`  Base URL     ${sandbox.url}`,
			`  API key      ${sandbox.apiKey}`,
			`  Sidecar key  ${sandbox.sidecarKey}`,
			`  Control API  ${sandbox.url}/_sandbox/state`,
			'Press Ctrl-C to stop it.',
			'',
		].join('\n'),
	);
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
