import { Answering } from './answering';
import { useStack } from './useStack';

const stack = useStack();

test('the trigger goes on working after a restart of n8n, at the same address', async () => {
	const answering = await Answering.import(stack(), 'Survive');
	await answering.whilePublished(async () => {
		await answering.converse('before the restart');
		const before = answering.target();

		await stack().n8n.restart();

		await answering.converse('after the restart');
		expect(answering.target()).toEqual(before);
		expect(await answering.countExecutions()).toBe(2);
	});
});
