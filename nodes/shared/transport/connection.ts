import { createHash } from 'crypto';
import { NodeOperationError, type IDataObject } from 'n8n-workflow';
import type { RequestFunctions } from './http';
import { limiterOf, type Limiter } from './limiter';
import type { Granted, Pass } from './pass';
import { basicOf } from './host';

/** One account as a node reaches it: where, with which credential, at what pace. */
export interface Connection {
	functions: RequestFunctions;
	credential: CredentialName;
	/** Without a slash at its end. */
	baseUrl: string;
	limiter: Limiter;
	/** Tells accounts apart without giving the secret away. */
	account: string;
	signal?: AbortSignal;
	/** What must not be shown, should Wazzup repeat it in a refusal. */
	secrets: readonly string[];
	/**
	 * Gives what lets a request through, where that runs out and is renewed; never the refused one again.
	 * Left out where the credential is good until somebody changes it.
	 */
	authorize?: (refused?: Pass) => Promise<Granted>;
	/** Whether n8n gets a new token for the credential when Wazzup answers 401, and sends the request again with it. */
	renews?: boolean;
}

interface CredentialKind {
	/** As a person knows the credential. */
	name: string;
	baseUrl: string;
	/** What tells accounts apart. */
	identity: (settings: IDataObject) => unknown[];
	secrets: (settings: IDataObject) => unknown[];
}

const tech = 'https://tech.wazzup24.com';

/** A partner login, as a person types it and as a header carries it. */
const loginSecrets = (settings: IDataObject) => [
	settings.email,
	settings.password,
	basicOf(settings).slice('Basic '.length),
];

/** What tells a partner's program apart is no secret by itself; a short one would take pieces out of words. */
const longEnough = (name: unknown) => (String(name).trim().length < 8 ? undefined : name);

const kinds = {
	wazzupApi: {
		name: 'Wazzup API',
		baseUrl: 'https://api.wazzup24.com',
		identity: ({ apiKey }) => [apiKey],
		secrets: ({ apiKey }) => [apiKey],
	},
	wazzupPartnerApi: {
		name: 'Wazzup Partner API',
		baseUrl: tech,
		// With the password, so that a wrong one gets nothing that the right one has fetched.
		identity: ({ email, password }) => [email, password],
		secrets: loginSecrets,
	},
	wazzupClientApi: {
		name: 'Wazzup Client API',
		baseUrl: tech,
		identity: ({ accessBy, clientAccessToken, clientId, email }) =>
			accessBy === 'accessToken' ? [clientAccessToken] : [clientId, email],
		secrets: (settings) => [
			settings.clientAccessToken,
			settings.refreshToken,
			settings.accessToken,
			longEnough(settings.clientId),
			...loginSecrets(settings),
		],
	},
} satisfies Record<string, CredentialKind>;

export type CredentialName = keyof typeof kinds;

const DEFAULT_REQUESTS = 500;

/** The functions of a node that can send requests, and those of one whose execution can be cancelled. */
export type ConnectingFunctions = RequestFunctions & {
	getExecutionCancelSignal?: () => AbortSignal | undefined;
};

/**
 * Opens the connection that a credential describes, and gives the credential's fields with it.
 * Throws when none is set or its Base URL is no address.
 */
export async function open(
	functions: ConnectingFunctions,
	credential: CredentialName,
): Promise<{ connection: Connection; settings: IDataObject }> {
	const settings = await functions.getCredentials<IDataObject>(credential);
	const kind: CredentialKind = kinds[credential];
	const baseUrl = readBaseUrl(functions, settings.baseUrl, kind);
	const account = accountOf(baseUrl, ...kind.identity(settings));
	const allowed = Math.max(1, Number(settings.requestsPer5Seconds) || DEFAULT_REQUESTS);
	return {
		settings,
		connection: {
			functions,
			credential,
			baseUrl,
			account,
			limiter: limiterOf(account, allowed),
			signal: functions.getExecutionCancelSignal?.(),
			secrets: secretsOf(credential, settings),
		},
	};
}

/** What nobody else may see of a credential's fields. */
export function secretsOf(credential: CredentialName, settings: IDataObject): string[] {
	const kind: CredentialKind = kinds[credential];
	return kind
		.secrets(settings)
		.map((secret) => String(secret ?? '').trim())
		.filter((secret) => secret !== '');
}

/** The same connection, whose errors do not show these secrets of a request either. */
export function hiding(
	connection: Connection,
	secrets: ReadonlyArray<string | undefined> = [],
): Connection {
	const more = secrets.flatMap((secret) => secret || []);
	return { ...connection, secrets: [...connection.secrets, ...more] };
}

/** A name for an account that gives nothing away: the same parts have the same name, in every process. */
export function accountOf(...parts: unknown[]): string {
	return createHash('sha256').update(parts.map(String).join('\n')).digest('hex').slice(0, 16);
}

function readBaseUrl(
	functions: RequestFunctions,
	value: unknown,
	{ name, baseUrl }: CredentialKind,
): string {
	const text = typeof value === 'string' ? value.trim().replace(/\/+$/, '') : '';
	if (/^https?:\/\/[^/\s]+/i.test(text) && URL.canParse(text)) return text;
	throw new NodeOperationError(
		functions.getNode(),
		`The Base URL of the ${name} credential is not a web address`,
		{ description: `Open the credential and set Base URL to ${baseUrl}` },
	);
}
