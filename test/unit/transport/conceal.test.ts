import type { Answer } from '../../../nodes/shared/transport/http';
import { concealed, secretsIn } from '../../../nodes/shared/transport/conceal';

const refusal = (body: unknown): Answer => ({ kind: 'answer', status: 400, headers: {}, body });
const bodyOf = (answer: Answer) => ('body' in answer ? answer.body : undefined);

test.each([
	['in a text', 'no secret-1 here', 'no ••• here'],
	[
		'deep inside',
		{ errors: ['secret-1', { at: 'x secret-1' }] },
		{ errors: ['•••', { at: 'x •••' }] },
	],
	['in a name', { 'secret-1': 1 }, { '•••': 1 }],
	[
		'behind the name of a scheme',
		{ detail: 'Bearer abc.def, please' },
		{ detail: 'Bearer •••, please' },
	],
	['between quotes', { detail: 'not "Bearer abc" but' }, { detail: 'not "Bearer •••" but' }],
	['nowhere', { a: [null, true, 1.5, 'b'] }, { a: [null, true, 1.5, 'b'] }],
])('a secret is hidden that stands %s', (_where, body, shown) => {
	expect(bodyOf(concealed(refusal(body), ['secret-1']))).toEqual(shown);
});

test.each(['pass"word\\', '1', '{', 'null', ','])(
	'the body stays readable whatever the secret %j is made of',
	(secret) => {
		const body = { code: 'X', errors: [`it is ${secret}!`], count: 21, none: null };
		const shown = bodyOf(concealed(refusal(body), [secret]));
		expect(shown).toMatchObject({ errors: [expect.stringContaining('it is •••!')] });
		expect(JSON.stringify(shown)).not.toContain(JSON.stringify(`it is ${secret}!`));
	},
);

test('what was a success, and what is no answer, stays as it is', () => {
	const success: Answer = { kind: 'answer', status: 200, headers: {}, body: 'secret-1' };
	const lost: Answer = { kind: 'lost', sent: true, reason: 'ECONNRESET' };
	expect(concealed(success, ['secret-1'])).toBe(success);
	expect(concealed(lost, ['secret-1'])).toBe(lost);
});

test.each([
	['by its name', { crmKey: 'a', nested: [{ bot_token: 'b' }], name: 'c' }, ['a', 'b']],
	[
		'by names of other programs',
		{ Authorization: 'a', privateKey: 'b', passphrase: 'c' },
		['a', 'b', 'c'],
	],
	[
		'anywhere under such a name',
		{ tokens: ['a', { value: 'b' }], secret: { key: 7 } },
		['a', 'b', '7'],
	],
	['in the query of an address', { url: 'https://x.example.com/?a=1&k=2' }, ['a=1&k=2']],
	['as the token of an address', ['http://x.example.com/a?wazzupToken=1%2F2'], ['1/2']],
	['as the login of an address', { url: 'https://me:p%40ss@x.example.com' }, ['me', 'p@ss']],
])('a secret is known %s', (_how, sent, secrets) => {
	expect(secretsIn(sent)).toEqual(expect.arrayContaining(secrets));
});

test.each([
	[{ text: 'see https://x.example.com/?a=1', name: 'a?b', grant_type: 'code', count: 3 }],
	[{ url: 'https://x.example.com/path', contacts: [{ phone: '7900', none: null }] }],
])('data are no secrets: %j', (sent) => expect(secretsIn(sent)).toEqual([]));
