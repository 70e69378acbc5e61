import { createHash } from 'crypto';
import { jsonParse, NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { Answer, RequestFunctions } from './http';
import { limiterOf, type Limiter } from './limiter';

/** One account as a node reaches it: where, with which credential, at what pace. */
export interface Connection {
	functions: RequestFunctions;
	credential: string;
	/** Without a slash at its end. */
	baseUrl: string;
	limiter: Limiter;
	/** Tells accounts apart without giving the secret away. */
	account: string;
	signal?: AbortSignal;
	/** Takes the secret out of what Wazzup says in a refusal, should it repeat it. */
	conceal: (answer: Answer) => Answer;
}

const DEFAULT_REQUESTS = 500;

/** Opens the connection that a credential of type **Wazzup API** describes. Throws when no credential is set. */
export async function connect(
	functions: RequestFunctions & { getExecutionCancelSignal?: () => AbortSignal | undefined },
	credential: 'wazzupApi',
): Promise<Connection> {
	const settings = await functions.getCredentials<IDataObject>(credential);
	const baseUrl = readBaseUrl(functions, settings.baseUrl);
	const account = createHash('sha256')
		.update(`${baseUrl}\n${String(settings.apiKey)}`)
		.digest('hex')
		.slice(0, 16);
	const allowed = Math.max(1, Number(settings.requestsPer5Seconds) || DEFAULT_REQUESTS);
	return {
		functions,
		credential,
		baseUrl,
		account,
		limiter: limiterOf(account, allowed),
		signal: functions.getExecutionCancelSignal?.(),
		conceal: (answer) => concealed(answer, String(settings.apiKey).trim()),
	};
}

const HIDDEN = '•••';

function concealed(answer: Answer, secret: string): Answer {
	const hide = (text: string) =>
		(secret ? text.replaceAll(secret, HIDDEN) : text).replace(
			/\b(Bearer|Basic)\s+[^\s"',;]+/gi,
			`$1 ${HIDDEN}`,
		);
	if (answer.kind === 'notSent') return { ...answer, message: hide(answer.message) };
	if (answer.kind !== 'answer' || answer.status < 300) return answer;
	const { body } = answer;
	if (typeof body === 'string') return { ...answer, body: hide(body) };
	return { ...answer, body: jsonParse(hide(JSON.stringify(body ?? null))) };
}

function readBaseUrl(functions: RequestFunctions, value: unknown): string {
	const text = typeof value === 'string' ? value.trim().replace(/\/+$/, '') : '';
	if (/^https?:\/\/[^/\s]+/i.test(text) && URL.canParse(text)) return text;
	throw new NodeOperationError(
		functions.getNode(),
		'The Base URL of the Wazzup credential is not a web address',
		{
			description: 'Open the credential and set Base URL to https://api.wazzup24.com',
		},
	);
}
