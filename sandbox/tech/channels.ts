import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import {
	createChannel,
	deleteChannel,
	getChannel,
	getChannels,
	getPairingCode,
	reinitializeChannel,
	submitPassword,
} from '../../api/tech/channels';
import type { Answer, Call, Route } from '../surface';
import type { TechChannel } from './account';
import { accountOf, invalid, ok, unknown } from './answer';
import { addChannel, begin, change, connect, showCode } from './channelLife';
import { readBody, readQuery } from './checks';
import { channelPayload } from './payload';
import { transportOf, transports, wayOf } from './transports';

function channelIn(call: Call): TechChannel {
	const channel = accountOf(call).channels.get(call.params.channel_id ?? '');
	if (!channel) throw unknown('channel');
	return channel;
}

function create(call: Call): Answer {
	const { transport, credentials } = readBody(createChannel, call);
	const kind = transportOf(transport);
	if (!kind) {
		const values = transports.map(({ value }) => value).join(', ');
		throw invalid([`transport must be one of the following values: ${values}`]);
	}
	const given: Record<string, unknown> = credentials;
	const missing = kind.credentials.filter((field) => given[field] === undefined);
	if (missing.length > 0) {
		throw invalid(missing.map((field) => `credentials.${field} should not be empty`));
	}
	const channel = begin(call.world, addChannel(call.world, accountOf(call), transport), given);
	const { phone, username, ...rest } = channelPayload(channel);
	return ok(call, [{ ...rest, phone, username }]);
}

function remove(call: Call): Answer {
	const { delete_chats } = readQuery(deleteChannel, call);
	const account = accountOf(call);
	const channel = channelIn(call);
	account.channels.delete(channel.channelId);
	for (const [key, chat] of account.chats) {
		if (delete_chats === true && chat.channelId === channel.channelId) account.chats.delete(key);
	}
	account.events.publish('channel.delete', { channel_id: channel.channelId });
	call.world.hub.emit('channel', { ...channel, state: 'deleted' });
	return ok(call, null);
}

/** Starts over: a new code to scan, or `active` where nothing has to be scanned. */
function reinitialize(call: Call): Answer {
	const channel = channelIn(call);
	const kind = transportOf(channel.transport);
	if (kind && wayOf(kind) === 'code') showCode(call.world, channel);
	else if (channel.url === undefined) connect(call.world, channel);
	return ok(call, channelPayload(channel));
}

/** The name of the member is in no document: any text of the body may be the password. */
function password(call: Call): Answer {
	const channel = channelIn(call);
	const body = z.record(z.string(), z.unknown()).safeParse(call.body).data ?? {};
	if (channel.state !== 'waitForPassword') throw invalid(['The channel asks for no password']);
	if (Object.keys(body).length === 0) throw invalid(['password should not be empty']);
	if (!Object.values(body).includes(channel.password)) throw invalid(['password is not right']);
	return ok(call, channelPayload(connect(call.world, channel)));
}

const letters = 'ABCDEFGHJKLMNPQRSTVWXYZ123456789';

/** WhatsApp's eight signs, `ABCD-1234`. */
function pairingCode(call: Call): Answer {
	const channel = channelIn(call);
	if (channel.transport !== 'whatsapp' || channel.state === 'active') {
		throw invalid(['A pairing code is for a WhatsApp channel that is not connected']);
	}
	const signs = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
	const code = `${signs.slice(0, 4)}-${signs.slice(4)}`;
	if (channel.state !== 'qr') change(call.world, channel, { state: 'qr' });
	channel.pairingCode = code;
	accountOf(call).events.publish('channel.qr_update', { channel_id: channel.channelId, code });
	return ok(call, { code });
}

export const channelRoutes: Route[] = [
	{ endpoint: createChannel, answer: create },
	{
		endpoint: getChannels,
		answer: (call) => ok(call, [...accountOf(call).channels.values()].map(channelPayload)),
	},
	{ endpoint: getChannel, answer: (call) => ok(call, [channelPayload(channelIn(call))]) },
	{ endpoint: deleteChannel, answer: remove },
	{ endpoint: reinitializeChannel, answer: reinitialize },
	{ endpoint: submitPassword, answer: password },
	{ endpoint: getPairingCode, answer: pairingCode },
];
