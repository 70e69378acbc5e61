import { createHash, randomBytes } from 'crypto';

const VERIFIER_BYTES = 48;
const STATE_BYTES = 24;

/** A fresh code verifier of PKCE: 64 characters of the 43 to 128 that are allowed (tech 2.2). */
export const newVerifier = (): string => randomBytes(VERIFIER_BYTES).toString('base64url');

/** The S256 challenge of a verifier: its SHA-256 in base64url without padding (RFC 7636, 4.2). */
export const challengeOf = (verifier: string): string =>
	createHash('sha256').update(verifier).digest('base64url');

/** A fresh text that nobody can guess, by which an answer is known to be one to our own question. */
export const newState = (): string => randomBytes(STATE_BYTES).toString('base64url');
