import { randomBytes, randomUUID } from 'node:crypto';
import type { World } from '../world';

export type TokenKind = 'access' | 'refresh' | 'machine';

export interface Token {
	kind: TokenKind;
	/** Email of the partner who got it; `undefined`: made by the control API for an account of nobody. */
	partner?: string;
	/** Absent for a machine token. */
	account?: string;
	scopes: string[];
	/** ms of the sandbox clock. */
	expires: number;
}

/** What a code of the authorize page stands for. */
export interface Code {
	partner: string;
	account: string;
	redirectUri: string;
	/** Absent for an installation from the marketplace, which starts at Wazzup. */
	challenge?: string;
	scopes: string[];
	expires: number;
}

const codeTime = 10 * 60 * 1_000;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Tokens and codes that are good now. */
export class Tokens {
	private readonly tokens = new Map<string, Token>();
	private readonly codes = new Map<string, Code>();

	constructor(private readonly world: Pick<World, 'clock' | 'settings'>) {}

	/** A new token; access tokens are JWTs that carry `child_id` (tech 2.5), signed by nobody. */
	issue(kind: TokenKind, grant: Omit<Token, 'kind' | 'expires'>): string {
		const expires = this.world.clock.now() + this.lifetime(kind) * 1_000;
		const token =
			kind === 'refresh'
				? randomBytes(32).toString('hex')
				: [
						encode({ alg: 'HS256', typ: 'JWT' }),
						encode({
							...(grant.account !== undefined && { child_id: Number(grant.account) }),
							scope: grant.scopes.join(','),
							exp: Math.floor(expires / 1_000),
							jti: randomUUID(),
						}),
						randomBytes(32).toString('base64url'),
					].join('.');
		this.tokens.set(token, { kind, expires, ...grant });
		return token;
	}

	/** The client tokens as the token route answers them. */
	pair(grant: Omit<Token, 'kind' | 'expires'>) {
		return {
			access_token: this.issue('access', grant),
			refresh_token: this.issue('refresh', grant),
			expires_in: this.lifetime('access'),
		};
	}

	/** The token if it is one of that kind and good now. */
	find(kind: TokenKind, token: string): Token | undefined {
		const found = this.tokens.get(token);
		const isGood = found?.kind === kind && this.world.clock.now() < found.expires;
		return isGood ? found : undefined;
	}

	/** Seconds. */
	lifetime(kind: TokenKind): number {
		const { accessTokenTime, refreshTokenTime, machineTokenTime } = this.world.settings;
		return { access: accessTokenTime, refresh: refreshTokenTime, machine: machineTokenTime }[kind];
	}

	forget(token: string): void {
		this.tokens.delete(token);
	}

	/** Forgets all that fit; gives how many. */
	revoke(fits: (token: Token) => boolean): number {
		const gone = [...this.tokens].filter(([, token]) => fits(token));
		for (const [token] of gone) this.tokens.delete(token);
		return gone.length;
	}

	addCode(grant: Omit<Code, 'expires'>): string {
		const code = randomBytes(16).toString('hex');
		this.codes.set(code, { ...grant, expires: this.world.clock.now() + codeTime });
		return code;
	}

	/** What a code stands for. It is good once, whatever comes of it. */
	takeCode(code: string): Code | undefined {
		const found = this.codes.get(code);
		this.codes.delete(code);
		return found && this.world.clock.now() < found.expires ? found : undefined;
	}
}
