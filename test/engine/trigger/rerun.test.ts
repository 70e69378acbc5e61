import { message, useDeliveries } from './useDeliveries';

const use = useDeliveries();
const ids = () => use.host.started.map(({ items }) => items.map(({ messageId }) => messageId));

/** A message reaches n8n, which is killed before the run begins: it is stored, and was not answered. */
async function killedBeforeTheRun(parameters = {}) {
	const workflow = await use.published(parameters);
	const body = { messages: [message()] };
	await use.post(workflow, body);
	const stored = workflow.stored[0] ?? [];
	workflow.restart();
	use.host.started.length = 0;
	return { workflow, body, stored };
}

describe('n8n is started again after a crash', () => {
	test('a run that it finds stored begins, and a repeat of its delivery starts nothing', async () => {
		const { workflow, body, stored } = await killedBeforeTheRun();
		await workflow.run(stored);
		expect(await use.post(workflow, body)).toMatchObject({ status: 200 });
		expect(ids()).toEqual([['m-1']]);
	});

	test('where the repeat comes first, the run that it finds stored begins with nothing', async () => {
		const { workflow, body, stored } = await killedBeforeTheRun();
		await use.post(workflow, body);
		await workflow.run(stored);
		expect(ids()).toEqual([['m-1'], []]);
	});

	test('of a stored run only what came again is left out', async () => {
		const workflow = await use.published({});
		await use.post(workflow, { messages: [message(), message({ messageId: 'm-2' })] });
		const stored = workflow.stored[0] ?? [];
		workflow.restart();
		await use.post(workflow, { messages: [message()] });
		await workflow.run(stored);
		expect(ids()).toEqual([['m-1', 'm-2'], ['m-1'], ['m-2']]);
	});

	test('Raw is told from a repeat in the same way', async () => {
		const { workflow, body, stored } = await killedBeforeTheRun({ simplify: false });
		await use.post(workflow, body);
		await workflow.run(stored);
		expect(use.host.started.map(({ items }) => items.length)).toEqual([1, 0]);
	});

	test('whoever runs a failed execution again gets all of it', async () => {
		const { workflow, body, stored } = await killedBeforeTheRun();
		await use.post(workflow, body);
		await workflow.run(stored, 'retry');
		expect(ids()).toEqual([['m-1'], ['m-1']]);
	});

	test('an edit that was taken back and made again is no repeat', async () => {
		const workflow = await use.published({ events: ['messageEdited'] });
		const edit = (text: string) => ({ messages: [message({ isEdited: true, text })] });
		for (const text of ['11:00', '10:00', '11:00']) await use.post(workflow, edit(text));
		const stored = [...workflow.stored];
		workflow.restart();
		use.host.started.length = 0;
		for (const each of stored) await workflow.run(each);
		expect(use.items().map(({ text }) => text)).toEqual(['11:00', '10:00', '11:00']);
	});
});

test('the next node sees nothing of the marks', async () => {
	for (const simplify of [true, false]) {
		const workflow = await use.published({ simplify });
		await use.post(workflow, { messages: [message()] });
		expect(JSON.stringify(workflow.stored)).toContain('wazzupDelivery');
		expect(JSON.stringify(use.host.started)).not.toContain('wazzupDelivery');
		await workflow.unpublish();
	}
});
