import { foldCode, sameCode } from '../../../api/codes';
import {
	badEntities,
	explainCode,
	explainedCodes,
	explainStatus,
	readErrorBody,
} from '../../../api/errors';

/** Every code of A.1, A.4.5, A.7, A.8, A.9.1, A.10, A.11, A.12 and A.14, misspellings included. */
const documented = `
FORBIDDEN TOO_MANY_ENTITIES TOO_MACH_ENTITIES NO_SUCH_ACCOUNT repeatedCrmMessageId REPEATED_CRM_MESSAGE_ID
INVALID_MESSAGE_DATA WRONG_TRANSPORT
BALANCE_IS_EMPTY MESSAGE_WRONG_CONTENT_TYPE MESSAGE_ONLY_TEXT_OR_CONTENT MESSAGES_ONLY_TEXT_OR_CONTENT
MESSAGE_NOTHING_TO_SEND MESSAGE_TEXT_TOO_LONG MESSAGES_TOO_LONG_INSTAGRAM MESSAGES_TOO_LONG_TELEGRAM
MESSAGES_TOO_LONG_WABA MESSAGES_TOO_LONG_VK MESSAGES_TOO_LONG_AVITO MESSAGES_TOO_LONG_VIBER
MESSAGES_TOO_LONG_WABA_HEADER MESSAGES_TOO_LONG_WABA_TEMPLATE MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI
MESSAGES_CONTENT_CAN_NOT_BE_BLANK MESSAGES_TEXT_CAN_NOT_BE_BLANK MESSAGES_CONTENT_SIZE_EXCEEDED
MESSAGES_CONTENT_SIZE_EXCEEDED_WABA MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM MESSAGE_DOWNLOAD_CONTENT_ERROR
CHANNEL_NOT_FOUND CHANNEL_BLOCKED CHANNEL_WAPI_REJECTED CHANNEL_NO_MONEY CHANNEL_LIMIT_EXCEEDED
MESSAGE_CHANNEL_UNAVAILABLE MESSAGES_NOT_TEXT_FIRST MESSAGES_IS_SPAM VALIDATION_ERROR MESSAGES_ABNORMAL_SEND
MESSAGES_INVALID_CONTACT_TYPE MESSAGES_CAN_NOT_ADD REFERENCE_MESSAGE_NOT_FOUND TEMPLATE_REJECTED BAD_CONTACT
MESSAGES_EDITING_TIME_EXPIRED MESSAGES_DELETION_TIME_EXPIRED MESSAGES_CONTAIN_BUTTONS
CHANNEL_INVALID_TRANSPORT_FOR_EDITING CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING
CHANNEL_INVALID_TRANSPORT_FOR_DELETION CHAT_NO_ACCESS MESSAGES_NOT_FOUND UNKNOWN_ERROR UNKNOWN_ERROR_WITH_TRACE_ID
uriNotValid testPostNotPassed WEBHOOKS_REQUEST_ERROR
CHATID_IGSID_MISMATCH TOO_LONG_TEXT BAD_LINK TOO_BIG_CONTENT SPAM TOO_MANY_EXT_REQS WRONG_CONTENT MESSAGE_CANCELLED
24_HOURS_EXCEEDED 7_DAYS_EXCEEDED COMMENT_DELETED COMMENT_ALREADY_PRIVATE_REPLIED COMMENT_INVALID_FOR_PRIVATE_REPLY
COMMENT_CAN_BE_TEXT_ONLY MENTION_FORBIDDEN CONTENT_CONVERSION_ERROR MESSAGE_DELETED CANNOT_REPLY_TO_DELETED
CHANNEL_REJECTED GENERAL_ERROR
INVALID_USERS_DATA USER_LIMIT_EXCEEDED DUPLICATE_PHONE_NUMBER INVALID_CONTACTS_DATA INVALID_DEALS_DATA
INVALID_PIPELINES_DATA INVALID_USER`
	.trim()
	.split(/\s+/);

describe('codes', () => {
	test('are compared without case and underscores', () => {
		expect(foldCode('REPEATED_CRM_MESSAGE_ID')).toBe(foldCode('repeatedCrmMessageId'));
		expect(sameCode('openElsewhere', 'openelsewhere')).toBe(true);
		expect(sameCode('SPAM', 'SPAM_')).toBe(true);
		expect(sameCode('SPAM', 'MESSAGES_IS_SPAM')).toBe(false);
		expect(sameCode(undefined, undefined)).toBe(false);
		expect(sameCode('', null)).toBe(false);
	});

	test.each(documented)('%s is explained', (code) => {
		expect(explainCode(code)).toMatchObject({ what: expect.any(String), fix: expect.any(String) });
	});

	test('no code is explained that no document names, and none twice', () => {
		const folded = explainedCodes.map(({ code }) => foldCode(code)).sort();
		expect(folded).toEqual([...new Set(documented.map(foldCode))].sort());
		expect(explainCode('NO_SUCH_CODE')).toBeUndefined();
		expect(explainCode('toString')).toBeUndefined();
	});

	test.each(explainedCodes.map((entry) => [entry.code, entry] as const))(
		'%s: whole sentences that help and do not scare',
		(code, { what, fix }) => {
			for (const text of [what, fix]) {
				expect(text).toMatch(/^[A-Z].*\.$/);
				expect(text).not.toMatch(/error|problem|fail|invalid/i);
				expect(text).not.toContain(code);
			}
			expect(fix.length).toBeGreaterThan(20);
		},
	);
});

describe('a status without a code', () => {
	test('is explained where the documents name it', () => {
		for (const status of [401, 403, 404, 429, 500]) {
			expect(explainStatus(status)?.what).toMatch(/^[A-Z].*\.$/);
		}
		expect(explainStatus(403)).toMatchObject({ what: explainCode('FORBIDDEN')?.what });
		expect(explainStatus(400)).toBeUndefined();
	});

	test('any 5xx is trouble on the side of Wazzup', () => {
		expect(explainStatus(503)).toBe(explainStatus(500));
		expect(explainStatus(600)).toBeUndefined();
	});
});

describe('the body of a refusal', () => {
	const description = 'Too many entities per request.';
	const data = { count: 123, limit: 100 };

	test('the general envelope', () => {
		expect(readErrorBody({ error: 'TOO_MANY_ENTITIES', description, data })).toEqual({
			code: 'TOO_MANY_ENTITIES',
			description,
			data,
		});
	});

	test('the newer envelope', () => {
		const body = {
			status: 400,
			requestId: '594101c6e81a1cace2646eee1edd5e66',
			error: 'DUPLICATE_PHONE_NUMBER',
			description: 'User with phone number 79999999999 already exists in the CRM.',
			data: { phone: '79999999999' },
		};
		const { status: _status, error: code, ...rest } = body;
		expect(readErrorBody(body)).toEqual({ code, ...rest });
	});

	test.each([
		['nested', { error: { code: 'INVALID_USER' } }, { code: 'INVALID_USER' }],
		[
			'nested with more',
			{ requestId: 'r', error: { code: 'INVALID_USER', message: 'No such user', data: 1 } },
			{ code: 'INVALID_USER', description: 'No such user', data: 1, requestId: 'r' },
		],
		['a code alone', { code: 'SPAM' }, { code: 'SPAM' }],
		[
			'a code and a sentence',
			{ code: 'SPAM', message: 'Too much' },
			{ code: 'SPAM', description: 'Too much' },
		],
		['a list', { errors: [{ code: 'SPAM' }, { code: 'BAD_LINK' }] }, { code: 'SPAM' }],
		['FORBIDDEN alone', { error: 'FORBIDDEN' }, { code: 'FORBIDDEN' }],
		[
			'a code that begins with a digit',
			{ error: '24_HOURS_EXCEEDED' },
			{ code: '24_HOURS_EXCEEDED' },
		],
		[
			'data that is a number',
			{ error: 'testPostNotPassed', data: 404 },
			{ code: 'testPostNotPassed', data: 404 },
		],
		[
			'a sentence for a code',
			{ error: 'Internal server error' },
			{ description: 'Internal server error' },
		],
		['nulls', { error: null, description: null, data: null }, {}],
		['JSON as text', '{"error":"FORBIDDEN"}', { code: 'FORBIDDEN' }],
		['a word as text', 'Unauthorized', { description: 'Unauthorized' }],
		['a number as text', '404', { description: '404' }],
		['an empty text', ' \n', {}],
		['an empty list', [], {}],
		['nothing', undefined, {}],
		['null', null, {}],
		['a number', 5, {}],
	])('%s', (_name, body, read) => {
		expect(readErrorBody(body)).toEqual(read);
	});

	test('a page of a proxy is told by its title, or by its words', () => {
		const page =
			'<html><head><title>502 Bad\n Gateway</title></head><body><h1>nginx</h1></body></html>';
		expect(readErrorBody(page)).toEqual({ description: '502 Bad Gateway' });
		const bare =
			'<style>p { color: red }</style><p>Only one of <b>text</b>, attachment or template</p>';
		expect(readErrorBody(bare)).toEqual({
			description: 'Only one of text , attachment or template',
		});
	});

	test('a long text is cut', () => {
		const text = readErrorBody('word '.repeat(100)).description ?? '';
		expect(text.length).toBeLessThanOrEqual(200);
		expect(text).toMatch(/word…$|wor…$|wo…$|w…$/);
		expect(readErrorBody({ error: 'SPAM', description: 'x'.repeat(500) }).description).toHaveLength(
			200,
		);
	});
});

describe('the entities that Wazzup objects to', () => {
	test('are named by index and field', () => {
		expect(badEntities([{ index: 12, fields: ['id', 'name'] }])).toEqual([
			{ index: 12, fields: ['id', 'name'] },
		]);
	});

	test('come once each and in order, whatever the spelling', () => {
		const data = [
			{ index: '3' },
			{ index: 1, fields: ['id'] },
			{ index: 1, fields: ['id', 'name'] },
		];
		expect(badEntities(data)).toEqual([
			{ index: 1, fields: ['id', 'name'] },
			{ index: 3, fields: [] },
		]);
	});

	test.each([
		[undefined],
		['x'],
		[{ count: 123, limit: 100 }],
		[[{ fields: ['id'] }, { index: -1 }, { index: 0.5 }, null]],
	])('%j names none', (data) => {
		expect(badEntities(data, [{ phone: 'x' }])).toEqual([]);
	});

	test('are found by the phone number that is taken', () => {
		const sent = [{ id: '1', phone: '7' }, { id: '2' }, null, { id: '3', phone: '8' }];
		expect(badEntities({ phone: '8' }, sent)).toEqual([{ index: 3, fields: ['phone'] }]);
		expect(badEntities({ phone: '9' }, sent)).toEqual([]);
		expect(badEntities({ phone: '8' })).toEqual([]);
	});

	test('one of several with the same phone number may keep it', () => {
		const sent = [{ phone: '7' }, { phone: '7' }, { phone: '7' }];
		expect(badEntities({ phone: '7' }, sent).map(({ index }) => index)).toEqual([1, 2]);
	});
});
