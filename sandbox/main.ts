import { parseArgs } from 'node:util';
import { startSandbox } from './index';

const defaultPort = 3024;

/** A port as it was given. Throws for what is none. */
function portIn(given: string): number {
	const port = Number(given);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`"${given}" is not a port: give a whole number from 0 to 65535.`);
	}
	return port;
}

function ports(): { port: number; techPort: number } {
	const options = { port: { type: 'string' }, 'tech-port': { type: 'string' } } as const;
	const { values } = parseArgs({ options });
	const { env } = process;
	const port = portIn(values.port ?? env.WAZZUP_SANDBOX_PORT ?? String(defaultPort));
	// Any free port beside any free one, else the next one.
	const next = port === 0 ? 0 : port + 1;
	const techPort = values['tech-port'] ?? env.WAZZUP_SANDBOX_TECH_PORT ?? String(next);
	return { port, techPort: portIn(techPort) };
}

async function main(): Promise<void> {
	const { port, techPort } = ports();
	const sandbox = await startSandbox({ port, techPort, log: (line) => console.log(line) }).catch(
		(error: unknown) => {
			if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
				throw new Error(
					`Port ${port} or ${techPort} is taken. Stop the program that uses it, or choose other ones: npm run sandbox -- --port ${port + 10}`,
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
			'For partners (tech)',
			`  Base URL     ${sandbox.techUrl}`,
			`  Login        ${sandbox.partner.email} / ${sandbox.partner.password}`,
			`  Client ID    ${sandbox.partner.clientId}`,
			`  Account      ${sandbox.accountId}`,
			`  Token        POST ${sandbox.url}/_sandbox/tech/tokens`,
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
