import fc from 'fast-check';
import { countBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { noteFigures } from '../../figures';
import { useStress } from './stress';
import { anything, bodiesFor, jsonOf } from './stressBodies';
import { stressSurfaces } from './stressSurfaces';

/** Fuzzed deliveries of each test: with two tests for each of three surfaces 10,200. */
const DELIVERIES = 1_700;
/** Deliveries that are posted side by side, genuine ones among them. */
const AT_ONCE = 50;
/** What a delivery may be answered with: taken, no delivery of Wazzup, too large, no JSON. */
const ANSWERS = [200, 400, 413, 422];

describe.each(stressSurfaces)('$name', (surface) => {
	const use = useStress(surface);
	let genuine = 0;

	/** Posts fuzzed deliveries with genuine ones among them, which alone have to start a run each. */
	async function survives(what: string, parameters: IDataObject, deliveries: number) {
		await use.publish(parameters);
		const started = Date.now();
		const answers: number[] = [];
		const runs: Record<string, number> = {};
		const batch = fc.record({
			bodies: fc.array(bodiesFor(surface), { minLength: AT_ONCE, maxLength: AT_ONCE }),
			entries: fc.array(anything, { maxLength: 5 }),
		});
		const survived = fc.asyncProperty(batch, async ({ bodies, entries }) => {
			const alone = `genuine ${++genuine}`;
			const accompanied = `${alone}, beside others`;
			const all = [
				...bodies,
				jsonOf(surface.delivery(alone)),
				jsonOf(surface.beside(accompanied, entries)),
			];
			const statuses = await Promise.all(all.map(async (body) => await use.post(body)));
			answers.push(...statuses);
			expect(statuses.filter((status) => !ANSWERS.includes(status))).toEqual([]);
			// A throw in the node rejects here.
			await use.host.settled();
			const starts = use.host.started.splice(0);
			expect(starts.length).toBeLessThanOrEqual(statuses.filter((status) => status === 200).length);
			const items = starts.flatMap((start) => start.items);
			for (const text of [alone, accompanied]) {
				runs[text] = items.filter((item) => item.text === text).length;
				expect(runs).toMatchObject({ [text]: 1 });
			}
			for (const { event } of items) expect(surface.events).toContain(event);
			// n8n copies, stores and shows the items, all as JSON.
			expect(() => JSON.stringify(items)).not.toThrow();
		});
		await fc.assert(survived, { numRuns: deliveries / AT_ONCE, endOnFailure: true });
		const told = Object.entries(countBy(answers)).map(([status, count]) => `${count} × ${status}`);
		noteFigures({
			...{ surface: surface.name, what: `${what}: ${told.join(', ')}`, deliveries: answers.length },
			...{ texts: Object.keys(runs), runs, started },
		});
	}

	test('fuzzed deliveries break nothing, and the genuine ones among them start one run each', async () => {
		await survives('fuzzed', {}, DELIVERIES);
	});

	test('the same where the items are what Wazzup sent, and filters read them', async () => {
		const options = {
			channels: ['channel-1'],
			chatTypes: ['whatsapp'],
			chats: 'direct',
			ignoreOwn: true,
		};
		await survives('fuzzed, Raw and filters', { output: 'raw', options }, DELIVERIES);
	});
});
