import type { IDataObject } from 'n8n-workflow';

/** `+7 (901) 111-22-33` becomes `79011112233`; a text that is no phone number is left for Wazzup to judge. */
export function cleanPhone(phone: string): string {
	const text = phone.trim();
	return /^[+\d][\d\s().\-\u00a0]*$/.test(text) ? text.replace(/\D/g, '') : text;
}

/** `@anna` becomes `anna`: Wazzup wants names without the sign. */
export function cleanUsername(username: string): string {
	return username.trim().replace(/^@/, '');
}

/** A `chatId` as its messenger wants it: digits for phone numbers, names without `@`, all else untouched. */
export function cleanChatId(chatType: string, chatId: string): string {
	if (chatType === 'whatsapp' || chatType === 'viber') return cleanPhone(chatId);
	if (chatType === 'instagram') return cleanUsername(chatId);
	return chatId.trim();
}

/** Cleans `chatId`, `username` and `phone` of an address, whichever it has. */
export function cleanAddress(address: IDataObject): IDataObject {
	const { chatType, chatId, username, phone } = address;
	return {
		...address,
		...(isText(chatId) && { chatId: cleanChatId(String(chatType), String(chatId)) }),
		...(isText(username) && { username: cleanUsername(String(username)) }),
		...(isText(phone) && { phone: cleanPhone(String(phone)) }),
	};
}

const isText = (value: unknown) => typeof value === 'string' || typeof value === 'number';
