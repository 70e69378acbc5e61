import {
	badEntities,
	explainCode,
	explainStatus,
	readErrorBody,
	techExplainedCodes,
} from '../../../../api/errors';
import { techEndpoints } from '../../../../api/tech';

/** Every code of the table in 1.1. */
const documented = `
VALIDATION_FAILED OAUTH_TOKEN_UNKNOWN_OR_REVOKED INVALID_USER_DATA chat_no_access CHAT_NO_ACCESS TOO_MANY_ENTITIES
USER_LIMIT_EXCEEDED DUPLICATE_PHONE_NUMBER`
	.trim()
	.split(/\s+/);

test.each(documented)('%s is explained', (code) => {
	expect(explainCode(code)).toMatchObject({ what: expect.any(String), fix: expect.any(String) });
});

test('the codes that tech has alone are the three of the table', () => {
	expect(techExplainedCodes.map(({ code }) => code)).toEqual([
		'VALIDATION_FAILED',
		'OAUTH_TOKEN_UNKNOWN_OR_REVOKED',
		'INVALID_USER_DATA',
	]);
});

test('a code after which entities are looked for is a known one', () => {
	const rejections = techEndpoints.flatMap(({ bulk }) => bulk?.rejections ?? []);
	expect(rejections).not.toHaveLength(0);
	for (const code of rejections) expect(explainCode(code)).toBeDefined();
});

const statuses = ([401, 403, 429] as const).flatMap((status) =>
	(['partnerLogin', 'clientToken'] as const).map((auth) => explainStatus(status, auth)),
);

test.each([...techExplainedCodes, ...statuses].map((entry) => [entry?.what, entry] as const))(
	'whole sentences that help and do not scare: %s',
	(_what, entry) => {
		for (const text of [entry?.what, entry?.fix]) {
			expect(text).toMatch(/^[A-Z].*\.$/);
			expect(text).not.toMatch(/error|problem|fail|invalid/i);
		}
	},
);

test('a status means something else with another kind of credential', () => {
	expect(explainStatus(401, 'partnerLogin')?.what).toMatch(/partner login/);
	expect(explainStatus(401, 'clientToken')?.what).toMatch(/client token/);
	expect(explainStatus(401, 'apiKey')).toBe(explainStatus(401));
	expect(explainStatus(403, 'clientToken')).not.toBe(explainStatus(403));
	expect(explainStatus(429, 'partnerLogin')?.what).not.toMatch(/500/);
	expect(explainStatus(404, 'clientToken')).toBe(explainStatus(404));
	expect(explainStatus(503, 'clientToken')).toBe(explainStatus(500));
	expect(explainStatus(418, 'clientToken')).toBeUndefined();
});

describe('the problem body', () => {
	const problem = {
		code: 'VALIDATION_FAILED',
		title: 'Validation Failed',
		detail: 'One or more fields did not pass validation.',
	};

	test('becomes one readable sentence, the complaints beside it', () => {
		const errors = ['user_id should not be empty', 'property user should not exist'];
		expect(readErrorBody({ ...problem, errors })).toEqual({
			code: 'VALIDATION_FAILED',
			description:
				'One or more fields did not pass validation: user_id should not be empty; property user should not exist',
			data: errors,
		});
	});

	test.each([
		['without complaints', { ...problem, errors: [] }, problem.detail],
		['with null for them', { ...problem, errors: null }, problem.detail],
		['without a detail', { code: 'X', title: 'Validation Failed' }, 'Validation Failed'],
		['complaints alone', { errors: ['a', 'b'] }, 'a; b'],
		['as text', JSON.stringify({ ...problem, errors: ['a'] }), `${problem.detail.slice(0, -1)}: a`],
		['the code alone', { code: 'OAUTH_TOKEN_UNKNOWN_OR_REVOKED' }, undefined],
	])('%s', (_name, body, description) => {
		expect(readErrorBody(body).description).toBe(description);
	});

	test('a long list is cut in the sentence and whole beside it', () => {
		const errors = Array.from({ length: 50 }, (_, place) => `deals.${place}.name is too long`);
		const read = readErrorBody({ ...problem, errors });
		expect(read.description).toHaveLength(200);
		expect(read.data).toEqual(errors);
	});
});

test('complaints that name a place name the entity', () => {
	expect(
		badEntities([
			'deals.3.name should not be empty',
			'deals.0.property price should not exist',
			'contacts.3.contact_data.1.property x should not exist',
			'deals[1].uri must be shorter than or equal to 200 characters',
			'account limit exceeded',
			'deals should not be empty',
		]),
	).toEqual([
		{ index: 0, fields: ['price'] },
		{ index: 1, fields: ['uri'] },
		{ index: 3, fields: ['name', 'contact_data.1.x'] },
	]);
});
