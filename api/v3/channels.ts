import { z } from 'zod/v4';
import { foldCode } from '../codes';
import { defineEndpoint } from '../endpoint';
import { replyText, type ChatType } from './common';

const source = 'A.3 P-CH';

/** Kinds of channels: the value of `transport` and the name a person knows it by. */
export const transports = [
	{ value: 'whatsapp', name: 'WhatsApp' },
	{ value: 'wapi', name: 'WhatsApp Business (WABA)' },
	{ value: 'instagram', name: 'Instagram' },
	{ value: 'tgapi', name: 'Telegram' },
	{ value: 'telegram', name: 'Telegram Bot' },
	{ value: 'vk', name: 'VK' },
	{ value: 'avito', name: 'Avito' },
	{ value: 'viber', name: 'Viber' },
	{ value: 'max', name: 'MAX' },
	{ value: 'maxbot', name: 'MAX Bot' },
] as const;

export type Transport = (typeof transports)[number]['value'];

/** What a channel's state means to its owner. */
export interface ChannelState {
	meaning: string;
	/** Whether a message given to the channel now is expected to leave it. */
	canSend: boolean;
}

const idle = (meaning: string): ChannelState => ({ meaning, canSend: false });

/** Every state of the list and of the webhook. States are compared with {@link channelStateOf}, never by spelling. */
export const channelStates = {
	active: { meaning: 'Works', canSend: true },
	init: idle('Starting'),
	disabled: idle(
		'Off: taken out of the subscription, deleted with its messages kept, or in maintenance',
	),
	phoneUnavailable: idle('No link to the phone'),
	qr: idle('A QR code has to be scanned'),
	qridle: idle('The QR code has expired, or the device was signed out'),
	openElsewhere: idle('Signed in to another Wazzup account, or WhatsApp Web is open elsewhere'),
	notEnoughMoney: idle('Not paid for'),
	foreignphone: idle('The QR code was scanned by another phone'),
	unauthorized: idle('Has to be signed in again'),
	waitForPassword: idle('Waits for the two-factor password'),
	waitForCode: idle('Waits for a sign-in code'),
	blocked: idle('Blocked by the messenger'),
	onModeration: idle('WABA: in review'),
	rejected: idle('WABA: turned down in review'),
} as const satisfies Record<string, ChannelState>;

const statesByFold = new Map<string, ChannelState>(
	Object.entries(channelStates).map(([value, state]) => [foldCode(value), state]),
);

/** The entry of a state as Wazzup spells it anywhere (`openelsewhere` too); `undefined` for a state no document names. */
export function channelStateOf(state: string): ChannelState | undefined {
	return statesByFold.get(foldCode(state));
}

/** The chat types a transport carries. */
export interface ChatTypes {
	direct: ChatType;
	group?: ChatType;
}

const chatTypesByTransport: Record<Transport, ChatTypes> = {
	whatsapp: { direct: 'whatsapp', group: 'whatsgroup' },
	wapi: { direct: 'whatsapp' },
	instagram: { direct: 'instagram' },
	tgapi: { direct: 'telegram', group: 'telegroup' },
	telegram: { direct: 'telegram', group: 'telegroup' },
	vk: { direct: 'vk' },
	avito: { direct: 'avito' },
	viber: { direct: 'viber' },
	max: { direct: 'max', group: 'maxgroup' },
	maxbot: { direct: 'max', group: 'maxgroup' },
};

const isTransport = (value: string): value is Transport =>
	transports.some((transport) => transport.value === value);

/**
 * The `chatType` values that fit a channel's transport; `undefined` for a transport no document names.
 * The Telegram and MAX rows are inferred (A.3), so this is a default, never a check.
 */
export function chatTypesOf(transport: string): ChatTypes | undefined {
	const value = transport.toLowerCase();
	return isTransport(value) ? chatTypesByTransport[value] : undefined;
}

/** A channel as Wazzup returns it. `name` is in no document, and present in live replies. */
export const channelReply = z.looseObject({
	channelId: z.string(),
	transport: replyText,
	plainId: replyText,
	state: replyText,
	name: replyText,
});

/** All channels of the integration at once: the route takes no filter and has no pages. */
export const getChannels = defineEndpoint({
	surface: 'v3',
	method: 'GET',
	path: '/v3/channels',
	auth: 'apiKey',
	sidecar: true,
	reply: z.array(channelReply),
	repeat: 'safe',
	source,
});
