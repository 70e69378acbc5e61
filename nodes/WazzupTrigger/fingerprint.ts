import { createHash } from 'crypto';

/** Stands for content in memory, where the content itself may be long: 16 hex digits, the same for the same JSON. */
export const fingerprint = (content: unknown): string =>
	createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
