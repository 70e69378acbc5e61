import type { Kind } from '../kind';
import { list, read, remove, upsert } from './entities';
import { exports } from './exports';
import { refresh } from './refresh';
import { sendLegacy, sendTech, sendV3 } from './sends';
import { token } from './tokens';
import { registerLegacy, registerTech, registerV3 } from './triggers';
import { subscribe } from './webhooks';

/** The rows of the table, in their order. */
export const kinds: readonly Kind[] = [
	read,
	list,
	upsert,
	remove,
	sendV3,
	sendTech,
	sendLegacy,
	exports,
	token,
	refresh,
	registerV3,
	registerTech,
	registerLegacy,
	subscribe,
];
