import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import { WazzupLegacy } from '../../nodes/WazzupLegacy/WazzupLegacy.node';
import type { Sandbox } from '../../sandbox';
import { asOwner, asPartner, forAccount, picked, report } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';

const chatOf = (index: number) => `7901${String(index).padStart(7, '0')}`;
export const messages = indexes.map((index) => ({ to: chatOf(index), text: `message ${index}` }));

/** The working channel of a messenger among those of an account. */
export function channelOf(
	channels: ReadonlyArray<{ channelId: string; transport: string; state: string }>,
	transport = 'whatsapp',
): string {
	const found = channels.find((each) => each.transport === transport && each.state === 'active');
	if (!found) throw new Error(`The sandbox has no active channel of ${transport}`);
	return found.channelId;
}

export const send = (channelId: string): IDataObject => ({
	resource: 'message',
	operation: 'send',
	channelId: picked(channelId),
	chatType: 'whatsapp',
	chatId: '={{ $json.to }}',
	text: '={{ $json.text }}',
});

/** Wazzup takes a tech message over first and sends it then, in milliseconds. */
const AFTER_ANSWER = 200;

/** The items whose messages went out, each as often as its message did. */
export async function sentIn(sandbox: Sandbox, channelId: string): Promise<number[]> {
	await wait(AFTER_ANSWER);
	return indexes.flatMap((index) =>
		sandbox.control
			.messages(channelId, chatOf(index))
			.filter(({ direction, text }) => direction === 'out' && text === `message ${index}`)
			.map(() => index),
	);
}

/** A kind that sends the messages, and looks in the sandbox for those that went out. */
const sending = ({
	channels,
	run,
	...kind
}: Pick<Kind, 'name' | 'title' | 'match'> & {
	channels: (sandbox: Sandbox) => Parameters<typeof channelOf>[0];
	/** The node's run, but for the items. */
	run: (sandbox: Sandbox, parameters: IDataObject) => Omit<Parameters<typeof report>[0], 'items'>;
}): Kind => ({
	...kind,
	every: 10,
	prepare: (sandbox) => {
		const channelId = channelOf(channels(sandbox));
		return async () => ({
			items: ITEMS,
			told: await report({ ...run(sandbox, send(channelId)), items: messages }),
			effects: await sentIn(sandbox, channelId),
		});
	},
});

const ownChannels = (sandbox: Sandbox) => sandbox.control.state().channels;

export const sendV3 = sending({
	name: 'sendV3',
	title: 'send, v3',
	match: { method: 'POST', path: '/v3/message' },
	channels: ownChannels,
	run: (sandbox, parameters) => ({ ...asOwner(sandbox), parameters }),
});

export const sendTech = sending({
	name: 'sendTech',
	title: 'send, tech',
	match: { method: 'POST', path: '/v2/messages', surface: 'tech' },
	channels: (sandbox) => sandbox.control.tech.account().channels,
	run: (sandbox, parameters) => ({
		...asPartner(sandbox),
		parameters: { ...forAccount(sandbox.accountId), ...parameters },
	}),
});

export const sendLegacy = sending({
	name: 'sendLegacy',
	title: 'send, legacy',
	match: { method: 'POST', path: '/v2/send_message', surface: 'legacy' },
	channels: ownChannels,
	run: (sandbox, parameters) => ({
		...asOwner(sandbox),
		nodeType: new WazzupLegacy(),
		parameters,
	}),
});
