import { goalList, type Goal } from '../goal';
import { count as number, megabytes, percent, perItem, seconds, times } from '../format';
import { table } from '../table';
import type {
	Context,
	EngineScenario,
	Outcome,
	Round,
	Scenario,
	Size,
} from '../scenarios/scenario';
import { FLOOR, OURS } from '../scenarios/contenders';
import { bestOf, measure, type Result } from './measure';

const WARM_UP = 200;

/** Makes something that can be run of a scenario in n8n's engine. */
export function inEngine(scenario: EngineScenario): Scenario {
	return {
		name: scenario.name,
		title: scenario.title,
		async run(context) {
			const rounds: Round[] = [];
			for (const size of scenario.sizes) rounds.push(await runSize(scenario, size, context));
			const tables = await Promise.all(
				rounds.map(async (round) => `### ${number(round.count)}\n\n${await tableOf(round)}`),
			);
			const goals = [...rounds.flatMap(commonGoals), ...scenario.goals(rounds)];
			return [scenario.intro, ...tables, '### Goals', goalList(goals)].join('\n\n');
		},
	};
}

/** All contenders in turn, and that several times, so that a disturbance of the machine meets all of them. */
async function runSize(scenario: EngineScenario, size: Size, context: Context): Promise<Round> {
	const { count, repeats, once = [] } = size;
	const results = new Map<string, Result[]>();
	for (let repeat = 1; repeat <= repeats; repeat++) {
		for (const { label } of scenario.contenders) {
			if (repeat > 1 && once.includes(label)) continue;
			const result = await measure({
				scenario: scenario.name,
				contender: label,
				count,
				warmUpCount: WARM_UP,
				setup: scenario.setup(count),
				...context,
			});
			context.say(
				`  ${scenario.title}, ${number(count)}, round ${repeat} of ${repeats}: ${label}: ${seconds(result.seconds)} s, CPU ${seconds(result.cpuSeconds)} s, ${number(result.requests)} requests`,
			);
			results.set(label, [...(results.get(label) ?? []), result]);
		}
	}
	const outcomes = [...results].map(([label, all]): Outcome => {
		const result = bestOf(all);
		return { label, done: label === FLOOR ? undefined : scenario.done(result), result };
	});
	const find = (label: string) => {
		const found = outcomes.find((outcome) => outcome.label === label);
		if (!found) throw new Error(`${scenario.name} has no contender ${label}.`);
		return found;
	};
	return {
		count,
		outcomes,
		least: scenario.least(count),
		ours: find(OURS),
		references: scenario.references.map(find),
	};
}

async function tableOf({ count, least, outcomes, ours }: Round): Promise<string> {
	return await table([
		['', 'done', 'requests', '429', 'seconds', 'CPU', 'CPU an item', 'CPU, Wazzup = 1', 'memory'],
		...outcomes.map(({ label, done, result }) => [
			label + (result.error ? ' (stopped)' : ''),
			done === undefined ? '' : number(done),
			number(result.requests),
			number(result.refused),
			seconds(result.seconds),
			`${seconds(result.cpuSeconds)} s`,
			perItem(result.cpuSeconds, count),
			times(result.cpuSeconds, ours.result.cpuSeconds),
			`+${megabytes(result.growth)}`,
		]),
		['the least possible', number(count), number(least.requests), '0', seconds(least.seconds)],
	]);
}

/** What is promised of every operation. */
function commonGoals({ count, least, ours, references }: Round): Goal[] {
	const { requests, refused, cpuSeconds, error } = ours.result;
	const done = ours.done ?? 0;
	return [
		{
			goal: `${number(count)}: everything done, in requests within 1 % of the least possible, without a 429`,
			measured: `${number(done)} done in ${number(requests)} requests, ${percent(requests / least.requests)} of ${number(least.requests)}; ${refused} times 429`,
			holds: !error && done === count && refused === 0 && requests <= 1.01 * least.requests,
		},
		...references.map(({ label, result }) => ({
			goal: `${number(count)}: CPU per item at most twice that of ${label}`,
			measured: times(cpuSeconds, result.cpuSeconds),
			holds: cpuSeconds <= 2 * result.cpuSeconds,
		})),
	];
}
