import { carriedBy } from './chatTypes';
import type { Messenger } from './messenger';
import type { Channel, Chat } from './shapes';
import type { World } from './world';

/** What the control API shows of the world; README.md describes it. */

/** Newest activity first. */
export function chatsOf(messengers: Messenger[]): Chat[] {
	const lastDate = (chat: Chat) => chat.lastMessage?.dateTime ?? '';
	return messengers
		.flatMap(({ chats, conversations }) =>
			[...chats.values()].map((chat) => conversations.summary(chat)),
		)
		.sort((a, b) => lastDate(b).localeCompare(lastDate(a)));
}

const channelsOf = (messengers: Messenger[]) =>
	messengers
		.flatMap(({ channels }) => [...channels.values()])
		.map((channel: Channel) => ({ ...channel, chatTypes: carriedBy(channel.transport) }));

/** The v3 account. */
export function stateOf({ state, settings, clock, messengers }: World) {
	const { apiKey, sidecarKey, pipelines, webhooks, migrations, legacy } = state;
	const own = messengers.slice(0, 1);
	return {
		apiKey,
		sidecarKey,
		now: clock.iso(),
		channels: channelsOf(own),
		templates: [...state.templates.values()],
		users: [...state.users.values()],
		contacts: [...state.contacts.values()],
		deals: [...state.deals.values()],
		pipelines,
		chats: chatsOf(own),
		webhooks: {
			webhooksUri: webhooks.webhooksUri,
			subscriptions: { ...webhooks.subscriptions },
		},
		settings: { ...settings },
		migrations,
		legacy: {
			webhooksUrl: legacy.webhooksUrl,
			users: [...legacy.users.values()],
			contacts: [...legacy.contacts.values()],
			deals: [...legacy.deals.values()],
		},
	};
}

/** {@link stateOf} with the channels and chats of all accounts on tech as well. */
export function wholeStateOf(world: World) {
	const { messengers } = world;
	return { ...stateOf(world), channels: channelsOf(messengers), chats: chatsOf(messengers) };
}
