import type { Answer } from '../../../nodes/shared/transport/http';
import {
	decide,
	guardEnds,
	readRetryAfter,
	type History,
} from '../../../nodes/shared/transport/retry';

const refusedConnection: Answer = { kind: 'lost', sent: false, reason: 'ECONNREFUSED' };
const lost: Answer = { kind: 'lost', sent: true, reason: 'ECONNRESET' };
const answered = (status: number): Answer => ({ kind: 'answer', status, headers: {}, body: '' });
const unreadable: Answer = { kind: 'unreadable', status: 200, headers: {}, body: '{"a":' };
const once: History = { attempts: 1, refusals: 0 };
const now = 1_000_000;
const maybe: History = { ...once, mayHaveHappenedAt: now };

test.each([
	['safe', lost, maybe, true],
	['safe', answered(502), maybe, true],
	['safe', unreadable, maybe, true],
	['safe', answered(400), once, false],
	['safe', answered(302), once, false],
	['safe', { kind: 'cancelled' }, once, false],
	['safe', { kind: 'refused', until: now }, once, false],
	['safe', { ...unreadable, misfit: 'data: not a list' }, once, false],
	['safe', { kind: 'notSent', message: 'no credential' }, once, false],
	['guarded', lost, maybe, true],
	['guarded', answered(500), maybe, true],
	['never', lost, maybe, false],
	['never', answered(500), maybe, false],
	['never', unreadable, maybe, false],
	['never', refusedConnection, once, true],
	['never', answered(429), { attempts: 1, refusals: 1 }, true],
] as const)('%s after %j: repeated only where that is safe', (repeat, answer, history, again) => {
	expect(decide(repeat, answer, history, now).again).toBe(again);
});

test('a guarded request is not repeated once its guard may have run out', () => {
	expect(decide('guarded', lost, maybe, now + 49_000).again).toBe(true);
	expect(decide('guarded', lost, maybe, now + 50_000).again).toBe(false);
	expect(guardEnds(once)).toBe(Infinity);
});

test('repeating ends after five attempts; refusals for the pace do not count', () => {
	expect(decide('safe', lost, { ...maybe, attempts: 5 }, now).again).toBe(false);
	expect(decide('safe', lost, { ...maybe, attempts: 25, refusals: 21 }, now).again).toBe(true);
});

test('pauses grow and are jittered', () => {
	const pauseAfter = (attempts: number) => {
		const decision = decide('safe', lost, { ...maybe, attempts }, now);
		return decision.again ? decision.pause : NaN;
	};
	expect(pauseAfter(4)).toBeGreaterThan(pauseAfter(1) * 3);
	expect(new Set([...Array(20)].map(() => pauseAfter(1))).size).toBeGreaterThan(1);
});

test.each([
	['3', 3_000],
	[3, 3_000],
	[new Date(now + 7_000).toUTCString(), 7_000],
	['soon', undefined],
	[undefined, undefined],
])('Retry-After %s is read as %s ms', (header, expected) => {
	expect(readRetryAfter(header, now)).toBe(expected);
});
