import { codeVerifier } from '../../../api/tech/oauth';
import {
	challengeOf,
	newState,
	newVerifier,
} from '../../../nodes/WazzupPartner/resources/token/pkce';
import { challenge, verifier } from '../api/tech/grants';

const MANY = 500;
const made = (make: () => string) => Array.from({ length: MANY }, make);

test('a challenge is the SHA-256 of its verifier in base64url without padding', () => {
	expect(challengeOf(verifier)).toBe(challenge);
	for (const each of made(newVerifier)) expect(challengeOf(each)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

test('a verifier has the documented form, and is another one each time', () => {
	const all = made(newVerifier);
	for (const each of all) expect(codeVerifier.safeParse(each).success).toBe(true);
	expect(new Set(all).size).toBe(MANY);
});

test('a state is another one each time, with at least 128 random bits, and needs no escaping', () => {
	const all = made(newState);
	expect(new Set(all).size).toBe(MANY);
	for (const each of all) {
		expect(encodeURIComponent(each)).toBe(each);
		expect(Buffer.from(each, 'base64url').length).toBeGreaterThanOrEqual(16);
	}
});

test('every character of verifiers and states varies', () => {
	for (const all of [made(newVerifier), made(newState)]) {
		const [first = ''] = all;
		for (const place of Array.from(first).keys()) {
			expect(new Set(all.map((each) => each[place])).size).toBeGreaterThan(20);
		}
	}
});
