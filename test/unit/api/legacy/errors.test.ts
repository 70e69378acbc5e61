import {
	explainCode,
	explainedCodes,
	explainStatus,
	legacyExplainedCodes,
} from '../../../../api/errors';
import { foldCode } from '../../../../api/codes';

/** Every code of the table "Error sending messages" (B.5). */
const documented = `
MESSAGE_WRONG_CONTENT_TYPE MESSAGE_ONLY_TEXT_OR_CONTENT MESSAGE_NOTHING_TO_SEND MESSAGE_TEXT_TOO_LONG
MESSAGE_CONTENT_CAN_NOT_BE_BLANK MESSAGE_CONTENT_SIZE_EXCEEDED MESSAGE_TEXT_CAN_NOT_BE_BLANK CHANNEL_NOT_FOUND
CHANNEL_BLOCKED MESSAGE_DOWNLOAD_CONTENT_ERROR MESSAGES_NOT_TEXT_FIRST MESSAGES_IS_SPAM CHAT_WRONG_CHAT_TYPE
CHAT_MISSING_CHAT_TYPE CHAT_INCORRECT_CHAT_ID_WHATSAPP CHAT_MISSING_CHAT_ID VALIDATION_ERROR ACCOUNT_NOT_FOUND
CONTACT_NOT_FOUND CHANNEL_NO_MONEY MESSAGE_CHANNEL_UNAVAILABLE CONTACT_DETAIL_NOT_FOUND MESSAGES_ABNORMAL_SEND
MESSAGES_INVALID_CONTACT_TYPE MESSAGES_CAN_NOT_ADD REFERENCE_MESSAGE_NOT_FOUND UNKNOWN_ERROR`
	.trim()
	.split(/\s+/);

test('the table has 27 codes', () => {
	expect(new Set(documented).size).toBe(27);
});

test.each(documented)('%s is explained', (code) => {
	expect(explainCode(code)).toMatchObject({ what: expect.any(String), fix: expect.any(String) });
});

test('the codes of legacy alone are in the table, and in no other list', () => {
	const others = explainedCodes.map(({ code }) => foldCode(code));
	expect(legacyExplainedCodes).toHaveLength(10);
	for (const { code } of legacyExplainedCodes) {
		expect(documented).toContain(code);
		expect(others).not.toContain(foldCode(code));
	}
});

const statuses = [403, 429].map((status) => explainStatus(status, 'rawApiKey'));

test.each([...legacyExplainedCodes, ...statuses].map((entry) => [entry?.what, entry] as const))(
	'whole sentences that help and do not scare: %s',
	(_what, entry) => {
		for (const text of [entry?.what, entry?.fix]) {
			expect(text).toMatch(/^[A-Z].*\.$/);
			expect(text).not.toMatch(/error|problem|fail|invalid/i);
		}
	},
);

test('a status says nothing that only holds for v3', () => {
	expect(explainStatus(429, 'rawApiKey')?.what).not.toMatch(/500/);
	expect(explainStatus(403, 'rawApiKey')).not.toBe(explainStatus(403));
	expect(explainStatus(401, 'rawApiKey')).toBe(explainStatus(401));
	expect(explainStatus(404, 'rawApiKey')).toBe(explainStatus(404));
});
