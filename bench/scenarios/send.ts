import { count as number, percent, seconds } from '../format';
import type { Goal } from '../goal';
import { leastSeconds } from '../statistics';
import {
	contendersOf,
	FLOOR,
	httpPost,
	noOperation,
	OURS,
	PLAIN,
	SPACED,
	spacing,
	wazzup,
} from './contenders';
import type { EngineScenario, Round } from './scenario';

const DELAY = 100;
/** The sandbox's WhatsApp channel. */
const channelId = 'c0000000-0000-4000-8000-000000000001';

const messages = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		channelId,
		chatId: String(79_010_000_000 + index),
		text: `message ${index + 1}`,
	}));

const body = '={{ { ...$json, chatType: "whatsapp" } }}';

/** A message to each of many chats, at 100 ms of delay. */
export const send: EngineScenario = {
	name: 'send',
	title: 'Send messages',
	intro:
		'So many items, each a message to another chat, at 100 ms until Wazzup answers. The HTTP Request node makes one request an item, ' +
		'as it is or with its batching options at 500 items in 5 s, which is also all that an expert can do.',
	sizes: [
		{ count: 300, repeats: 5 },
		{ count: 1_000, repeats: 3 },
		{ count: 3_000, repeats: 2 },
	],
	setup: () => ({ settings: { delay: DELAY, statusSteps: false, echo: false }, seed: {} }),
	contenders: contendersOf(messages, {
		[OURS]: () => [
			wazzup({
				resource: 'message',
				operation: 'send',
				channelId: { __rl: true, mode: 'id', value: '={{ $json.channelId }}' },
				// As the others; left at "Same as Channel" the node reads the channels first, once in its process.
				chatType: 'whatsapp',
				chatId: '={{ $json.chatId }}',
				text: '={{ $json.text }}',
			}),
		],
		[PLAIN]: ({ url }) => [httpPost(`${url}/v3/message`, body)],
		[SPACED]: ({ url }) => [httpPost(`${url}/v3/message`, body, spacing)],
		[FLOOR]: () => [noOperation],
	}),
	least: (count) => ({ requests: count, seconds: leastSeconds(count, DELAY / 1000) }),
	references: [SPACED],
	done: ({ messages: sent }) => sent,
	goals: (rounds) => rounds.map(paceOf),
};

/** Messages in five seconds, over the whole run of the workflow, against the 500 that Wazzup allows. */
function paceOf({ count, least, ours }: Round): Goal {
	const { seconds: taken, refused } = ours.result;
	const pace = (count / taken) * 5;
	return {
		goal: `${number(count)}: at least 95 % of the allowed 500 in 5 s, without a 429`,
		measured: `${number(Math.round(pace))} in 5 s, ${percent(pace / 500)}; ${seconds(taken)} s where ${seconds(least.seconds)} s are the least possible, since the first 500 may go at once`,
		holds: pace >= 475 && refused === 0,
		reason: FIRST_WINDOW,
	};
}

/** `Pace`: what others with the same key may be doing. */
const FIRST_WINDOW =
	'Other workers may use the same key, so requests go evenly, 500 in 3.5 s; besides, all items are read and checked before the ' +
	'first is sent. Both weigh less the longer a run is.';
