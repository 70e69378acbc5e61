import { z } from 'zod/v4';
import { defineEndpoint } from '../endpoint';
import { across } from '../v3/common';
import {
	acknowledged,
	client,
	enveloped,
	exactly,
	given,
	oneOrMany,
	presumed,
	replyPhone,
	text,
	unknownBody,
} from './common';

const source = 'tech 4 PAGE(channels)';

/** A member of `credentials`, as it is called in a form. */
export type CredentialField =
	'code' | 'username' | 'page_id' | 'inst_id' | 'user_token' | 'telegram_token' | 'access_token';

/** The sets of credentials that the page names, each needed as a whole. All other kinds of channels take none. */
export const credentialSets: readonly { of: string; fields: readonly CredentialField[] }[] = [
	{ of: 'Avito', fields: ['code'] },
	{ of: 'Instagram API', fields: ['username', 'page_id', 'inst_id', 'user_token'] },
	{ of: 'Telegram Bot', fields: ['telegram_token'] },
	{ of: 'MAX Bot', fields: ['access_token'] },
];

/** A kind of channel: its value, the name a person knows it by, and what it takes to create one. */
export interface TechTransport {
	value: string;
	name: string;
	credentials: readonly CredentialField[];
	/** How sure the spelling of the value is. */
	mark: 'seen' | 'inferred';
	/** Whether Wazzup's own page can connect it; see the link to connect a channel. */
	connectsByLink: boolean;
}

const transport = (
	value: string,
	name: string,
	mark: TechTransport['mark'],
	connectsByLink: boolean,
): TechTransport => ({
	value,
	name,
	credentials: credentialSets.find(({ of }) => of === name)?.fields ?? [],
	mark,
	connectsByLink,
});

/** Kinds of channels, for pickers. No document lists the values in full, so no contract refuses another one. */
export const techTransports: readonly TechTransport[] = [
	transport('whatsapp', 'WhatsApp', 'seen', true),
	transport('wapi', 'WhatsApp Business API (WABA)', 'seen', true),
	transport('tgapi', 'Telegram', 'seen', true),
	transport('telegram', 'Telegram Bot', 'inferred', false),
	transport('max', 'MAX', 'seen', true),
	transport('maxbot', 'MAX Bot', 'seen', true),
	transport('instagram', 'Instagram', 'seen', false),
	transport('instAPI', 'Instagram API', 'inferred', false),
	transport('vk', 'VK', 'seen', true),
	transport('avito', 'Avito', 'inferred', false),
	transport('viber', 'Viber', 'inferred', false),
	transport('cian', 'Cian', 'seen', true),
];

/** What a messenger asks for: one whole set of {@link credentialSets}, or nothing. */
export const channelCredentials = exactly({
	code: given.optional(),
	username: given.optional(),
	page_id: given.optional(),
	inst_id: given.optional(),
	user_token: given.optional(),
	telegram_token: given.optional(),
	access_token: given.optional(),
}).superRefine(
	across((sent, complain) => {
		const isGiven = (field: CredentialField) => sent[field] !== undefined;
		const [set, ...others] = credentialSets.filter(({ fields }) => fields.some(isGiven));
		if (!set) return;
		for (const other of others) {
			complain(
				other.fields.filter(isGiven).slice(0, 1),
				`These are credentials of ${set.of} and of ${other.of}: a channel takes those of its own messenger only.`,
			);
		}
		for (const field of set.fields) {
			if (!isGiven(field)) complain([field], `A channel of ${set.of} needs this as well.`);
		}
	}),
);

/** A channel as Wazzup returns it: `status` says roughly how it is (active, disabled), `state` exactly (qridle, init). */
export const channelReply = z.looseObject({
	channel_id: z.string(),
	transport: text,
	state: text,
	status: text,
	phone: replyPhone,
	username: text,
	messenger_id: replyPhone,
	name: text,
	reason: z.unknown().optional(),
	/** Where a person goes on to sign in, for the kinds that need it. */
	url: text,
});

const channelInPath = z.object({ channel_id: given });

/** Adds a channel. Subscribe to the channel webhooks before: QR codes and changes of state come there only. */
export const createChannel = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/channels',
	body: exactly({ transport: given, credentials: channelCredentials }),
	// Only another program's test shows it, and a channel that was added must not be read as a failure.
	reply: presumed(enveloped(oneOrMany(channelReply.partial()))),
	// The second request would add a second channel.
	repeat: 'never',
	source: `${source}, reply CODE(1)`,
});

export const getChannels = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/channels',
	reply: enveloped(z.array(channelReply)),
	repeat: 'safe',
	source: `${source}, reply CODE-LIVE`,
});

export const getChannel = defineEndpoint({
	...client,
	method: 'GET',
	path: '/v2/channels/{channel_id}',
	params: channelInPath,
	// Whether one channel comes alone or as a list of one is in no document.
	reply: enveloped(oneOrMany(channelReply.partial()).nullish()),
	repeat: 'safe',
	source,
});

/** Deletes a channel for good, with its conversations if `delete_chats` is true. */
export const deleteChannel = defineEndpoint({
	...client,
	method: 'DELETE',
	path: '/v2/channels/{channel_id}',
	params: channelInPath,
	query: exactly({ delete_chats: z.boolean().optional() }),
	reply: acknowledged,
	repeat: 'safe',
	source,
});

/** Starts the channel's session again. The body, if there is one, is in no document. */
export const reinitializeChannel = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/channels/{channel_id}/reinit',
	params: channelInPath,
	body: unknownBody,
	reply: z.unknown(),
	repeat: 'safe',
	facts: 'part',
	source,
});

/** Hands in the password of a channel that asks for a second factor. The name `password` is a guess. */
export const submitPassword = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/channels/{channel_id}/auth/2fa',
	params: channelInPath,
	body: z.looseObject({ password: given.optional() }),
	reply: z.unknown(),
	// Messengers count wrong passwords.
	repeat: 'never',
	facts: 'part',
	source,
});

/** Gets a code that connects WhatsApp without a QR code. Neither body nor reply is in a document. */
export const getPairingCode = defineEndpoint({
	...client,
	method: 'POST',
	path: '/v2/channels/{channel_id}/pairing-code',
	params: channelInPath,
	body: unknownBody,
	reply: z.unknown(),
	// The newest code is the one that counts.
	repeat: 'safe',
	facts: 'part',
	source,
});
