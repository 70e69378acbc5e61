import { parseArgs } from 'node:util';
import { Advice, textOf } from './advice';

/** What `npm start` was asked for. A port that is undefined is to be any free one. */
export interface StartOptions {
	headless: boolean;
	help: boolean;
	n8nPort: number | undefined;
	sandboxPort: number | undefined;
}

export const HELP = `npm start [-- options]

Starts a Wazzup sandbox and a real n8n with this package's nodes and examples in it.

  --port <number>          n8n's port (or WAZZUP_N8N_PORT), 5678
  --sandbox-port <number>  the sandbox's port (or WAZZUP_SANDBOX_PORT), 3024
  --headless               holds one conversation in an n8n of its own, prints it, and exits with 0 or 1
  --help                   shows this`;

const N8N_PORT = 5678;
const SANDBOX_PORT = 3024;

/**
 * Reads the command line, then the environment, then the defaults; a headless run takes free ports.
 *
 * @param args the arguments without node and the script
 * @throws Advice when something can't be understood
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
	const values = parse(args);
	const headless = values.headless ?? false;
	const port = (name: string, text: string | undefined, otherwise: number) =>
		text === undefined || text === '' ? (headless ? undefined : otherwise) : readPort(name, text);
	return {
		headless,
		help: values.help ?? false,
		n8nPort: port('--port', values.port ?? env.WAZZUP_N8N_PORT, N8N_PORT),
		sandboxPort: port(
			'--sandbox-port',
			values['sandbox-port'] ?? env.WAZZUP_SANDBOX_PORT,
			SANDBOX_PORT,
		),
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				'sandbox-port': { type: 'string' },
				headless: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		throw new Advice(`${textOf(error)}\n\n${HELP}`);
	}
}

function readPort(name: string, text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65536) return port;
	throw new Advice(`${name} must be a number from 1 to 65535, and is "${text}"`);
}
