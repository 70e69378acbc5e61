import { z } from 'zod/v4';

const ErrorReply = z.looseObject({ message: z.string() });
const Settings = z.looseObject({
	userManagement: z.looseObject({ showSetupOnFirstLoad: z.boolean() }),
});

/** The first user of an n8n. n8n wants eight characters, a digit and a capital letter in the password. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** An answer of n8n's that is not 2xx. */
export class N8nReplyError extends Error {
	override name = 'N8nReplyError';
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** A signed-in connection to n8n's internal REST interface. */
export class RestSession {
	private cookie = '';

	private constructor(readonly url: string) {}

	/** Sets the owner up where n8n has none yet, and signs in. */
	static async open(url: string, owner: Owner): Promise<RestSession> {
		const session = new RestSession(url);
		const settings = await session.call(Settings, 'GET', '/rest/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			await session.call(z.unknown(), 'POST', '/rest/owner/setup', owner);
		}
		await session.call(z.unknown(), 'POST', '/rest/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		return session;
	}

	/**
	 * Calls any route.
	 *
	 * @param path from the root, e.g. `/rest/workflows`
	 * @returns the `data` of the reply, checked against the schema
	 * @throws N8nReplyError with n8n's own sentence
	 */
	async call<T>(
		schema: z.ZodType<T>,
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<T> {
		const reply = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				...headers,
				...(this.cookie ? { cookie: this.cookie } : {}),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await reply.text();
		if (!reply.ok) {
			throw new N8nReplyError(reply.status, `n8n: ${method} ${path}: ${reasonIn(text)}`);
		}
		for (const cookie of reply.headers.getSetCookie()) {
			if (cookie.startsWith('n8n-auth=')) this.cookie = cookie.split(';')[0] ?? '';
		}
		const { data } = z.object({ data: z.unknown() }).parse(JSON.parse(text));
		return schema.parse(data);
	}
}

function reasonIn(text: string): string {
	try {
		return ErrorReply.parse(JSON.parse(text)).message;
	} catch {
		return text.slice(0, 500);
	}
}
