import { message, useDeliveries } from './useDeliveries';

const use = useDeliveries();

describe('repeats', () => {
	test('the same message starts once, also when both deliveries come at the same time', async () => {
		const workflow = await use.published({});
		const body = { messages: [message()] };
		const answers = await Promise.all([use.post(workflow, body), use.post(workflow, body)]);
		answers.push(
			await use.post(workflow, { messages: [message(), message({ messageId: 'm-2' })] }),
		);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(use.items().map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
	});

	test('what Wazzup delivers again starts nothing', async () => {
		await use.published({});
		use.sandbox.control.customerWrites({
			channelId: use.channelOf('whatsapp'),
			chatId: '79',
			text: 'hi',
		});
		await use.quiet();
		const delivery = use.sandbox.control.deliveries().find(({ kind }) => kind === 'messages');
		expect(await use.sandbox.control.redeliver(delivery?.id ?? 0)).toMatchObject({ status: 200 });
		expect(use.host.started).toHaveLength(1);
	});

	test('each status and each edit of a message counts for itself', async () => {
		const workflow = await use.published({ events: ['messageStatus', 'messageEdited'] });
		const status = (value: string, minute: number) => ({
			statuses: [
				{ messageId: 'm-1', status: value, timestamp: `2025-05-06T14:${10 + minute}:00.000Z` },
			],
		});
		const edit = (text: string) => ({ messages: [message({ isEdited: true, text })] });
		for (const body of [
			status('sent', 0),
			status('error', 1),
			status('sent', 2),
			status('sent', 2),
			edit('11:00'),
			edit('10:00'),
			edit('10:00'),
			edit('11:00'),
		]) {
			await use.post(workflow, body);
		}
		expect(use.items().map((item) => item.text ?? item.status)).toEqual([
			...['sent', 'error', 'sent'],
			...['11:00', '10:00', '11:00'],
		]);
	});

	test('a message that comes again because it failed is told again, once', async () => {
		const workflow = await use.published({ events: ['messageSent'] });
		const failed = message({ isEcho: true, status: 'error', error: { error: 'BAD_CONTACT' } });
		await use.post(workflow, { messages: [message({ isEcho: true, status: 'sent' })] });
		await use.post(workflow, { messages: [failed] });
		await use.post(workflow, { messages: [failed] });
		expect(use.items().map(({ status }) => status)).toEqual(['sent', 'error']);
	});

	test('a delivery that was refused does not count', async () => {
		const workflow = await use.published({});
		await use.post(workflow, { messages: [message()] }, 'wazzupToken=wrong');
		await use.post(workflow, { messages: [message()] });
		expect(use.host.started).toHaveLength(1);
	});

	test('whoever listens for a test event gets it, whether or not it came before', async () => {
		const workflow = await use.published({});
		const body = { messages: [message()] };
		await use.post(workflow, body);
		for (const _ of [1, 2]) {
			await workflow.listen();
			await use.sandbox.control.deliver(body);
			await use.host.settled();
		}
		expect(use.host.started.map(({ mode }) => mode)).toEqual(['production', 'test', 'test']);
	});

	test('two workflows are told of the same message', async () => {
		for (const _ of [1, 2]) {
			const workflow = await use.published({});
			await use.post(workflow, { messages: [message()] });
			await workflow.unpublish();
		}
		expect(use.host.started).toHaveLength(2);
	});
});
