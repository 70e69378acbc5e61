import { count as number, megabytes, times } from '../format';
import type { Goal } from '../goal';
import { leastSeconds } from '../statistics';
import {
	contendersOf,
	EXPERT,
	FLOOR,
	httpRequest,
	noOperation,
	OURS,
	PLAIN,
	spacing,
	wazzup,
} from './contenders';
import type { Contender } from '../engine/flow';
import type { EngineScenario, Round } from './scenario';

const DELAY = 100;
const PAGE = 100;

const splitOut = {
	type: 'n8n-nodes-base.splitOut',
	typeVersion: 1,
	parameters: { fieldToSplitOut: 'data' },
};

/** Page after page, as n8n's pagination options do it. */
const pagination = {
	pagination: {
		pagination: {
			paginationMode: 'updateAParameterInEachRequest',
			parameters: {
				parameters: [{ type: 'qs', name: 'offset', value: `={{ $pageCount * ${PAGE} }}` }],
			},
			paginationCompleteWhen: 'other',
			completeExpression: `={{ $response.body.data.length < ${PAGE} || $pageCount * ${PAGE} >= $response.body.count }}`,
		},
	},
};

const oneItem = contendersOf(() => [{}], {
	[OURS]: () => [wazzup({ resource: 'contact', operation: 'getMany', returnAll: true })],
	[PLAIN]: ({ url }) => [
		httpRequest({ method: 'GET', url: `${url}/v3/contacts`, options: pagination }),
		splitOut,
	],
});

/** One item a page, with its offset: somebody asked for the count before. */
const offsets = contendersOf(
	(count) =>
		Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => ({ offset: page * PAGE })),
	{
		[EXPERT]: ({ url }) => [
			httpRequest({
				method: 'GET',
				url: `${url}/v3/contacts`,
				sendQuery: true,
				queryParameters: { parameters: [{ name: 'offset', value: '={{ $json.offset }}' }] },
				options: spacing,
			}),
			splitOut,
		],
	},
);

/** The contacts themselves, already there. */
const floor: Contender[] = contendersOf(
	(count) =>
		Array.from({ length: count }, (_, index) => ({
			id: `contact-${index + 1}`,
			responsibleUserId: '1',
			name: `Contact ${index + 1}`,
			contactData: [{ chatType: 'whatsapp', chatId: String(79_100_000_000 + index) }],
		})),
	{ [FLOOR]: () => [noOperation] },
);

/** All contacts of an account, 100 a page, at 100 ms of delay. */
export const read: EngineScenario = {
	name: 'read',
	title: 'Read contacts',
	intro:
		'All contacts of an account, 100 a page, at 100 ms until Wazzup answers. The HTTP Request node reads page after page with its ' +
		'pagination options. An expert asks for the count beforehand (not measured), makes an item of each page, and lets 500 go in 5 s. ' +
		'Both split the pages into items with Split Out.',
	sizes: [
		{ count: 10_000, repeats: 3, once: [PLAIN] },
		{ count: 100_000, repeats: 2, once: [PLAIN] },
	],
	setup: (contacts) => ({ settings: { delay: DELAY }, seed: { contacts } }),
	contenders: [...oneItem, ...offsets, ...floor],
	least: (count) => {
		const requests = Math.ceil(count / PAGE);
		// The first page tells the count; the others can only be asked for after it.
		return { requests, seconds: leastSeconds(requests, (2 * DELAY) / 1000) };
	},
	references: [PLAIN, EXPERT],
	done: ({ items }) => items,
	goals: (rounds) => [...rounds.map(timeOf), ...memoryOf(rounds)],
};

function timeOf({ count, ours, outcomes }: Round): Goal {
	const plain = outcomes.find(({ label }) => label === PLAIN);
	const one = ours.result.seconds;
	const other = plain?.result.seconds ?? 0;
	return {
		goal: `${number(count)}: pages side by side, in at most a fifth of the time of ${PLAIN}`,
		measured: times(one, other),
		holds: one <= other / 5,
	};
}

/** How far the process grew for each byte that the output holds, the most contacts against the fewest. */
function memoryOf(rounds: Round[]): Goal[] {
	const [few] = rounds;
	const many = rounds.at(-1);
	if (!few || !many || few === many) return [];
	const share = ({ ours: { result } }: Round) => result.growth / result.held;
	const told = ({ count, ours: { result } }: Round) =>
		`${number(count)} contacts hold ${megabytes(result.held)}, and the process grew by ${megabytes(result.growth)}`;
	return [
		{
			goal: 'memory grows with the output only: with more contacts not more of it for each byte of the output',
			measured: `${told(few)}; ${told(many)}`,
			holds: share(many) <= share(few),
		},
	];
}
