import { leastSeconds } from '../statistics';
import {
	contendersOf,
	EXPERT,
	FLOOR,
	httpPost,
	noOperation,
	OURS,
	PLAIN,
	SPACED,
	spacing,
	wazzup,
} from './contenders';
import type { EngineScenario } from './scenario';

const contacts = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: String(index + 1),
		name: `Contact ${index + 1}`,
		responsibleUserId: '1',
		contactData: [{ chatType: 'whatsapp', chatId: String(79_020_000_000 + index) }],
	}));

/** Many contacts into Wazzup, which takes 100 in one request. */
export const write: EngineScenario = {
	name: 'write',
	title: 'Write contacts',
	intro:
		'So many items, each a contact; Wazzup takes 100 in one request. The HTTP Request node makes one request an item, as it is or ' +
		'with its batching options at 500 items in 5 s; an expert first puts 100 items into one, by hand.',
	sizes: [
		{ count: 2_000, repeats: 5, once: [SPACED] },
		{ count: 10_000, repeats: 3, once: [SPACED] },
	],
	setup: () => ({ settings: {}, seed: {} }),
	contenders: contendersOf(contacts, {
		[OURS]: () => [
			wazzup({ resource: 'contact', operation: 'upsert', dataMode: 'autoMapInputData' }),
		],
		[PLAIN]: ({ url }) => [httpPost(`${url}/v3/contacts`, '={{ [$json] }}')],
		[SPACED]: ({ url }) => [httpPost(`${url}/v3/contacts`, '={{ [$json] }}', spacing)],
		[EXPERT]: ({ url }) => [
			{ type: 'bench.group', typeVersion: 1, parameters: { size: 100 } },
			httpPost(`${url}/v3/contacts`, '={{ $json.batch }}', spacing),
		],
		[FLOOR]: () => [noOperation],
	}),
	least: (count) => {
		const requests = Math.ceil(count / 100);
		return { requests, seconds: leastSeconds(requests, 0) };
	},
	references: [SPACED, EXPERT],
	done: ({ contacts: stored }) => stored,
	goals: () => [],
};
