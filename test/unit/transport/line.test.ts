import { Line } from '../../../nodes/shared/transport/line';

test('who waits gets a turn in order, urgent ones first', async () => {
	const line = new Line();
	const order: string[] = [];
	const all = [
		line.join().then(() => order.push('first')),
		line.join(undefined, true).then(() => order.push('urgent')),
		line.join().then(() => order.push('second')),
	];
	while (line.first) line.shift()?.settle({ takenAt: 0 });
	await Promise.all(all);
	expect(order).toEqual(['urgent', 'first', 'second']);
});

test('an execution that is cancelled is told at once; nothing listens to it after its turn', async () => {
	const line = new Line();
	const cancel = new AbortController();
	const removed = jest.spyOn(cancel.signal, 'removeEventListener');
	const served = line.join(cancel.signal);
	const waiting = line.join(cancel.signal);
	line.shift()?.settle({ takenAt: 7 });
	expect(await served).toEqual({ takenAt: 7 });
	expect(removed).toHaveBeenCalledTimes(1);
	cancel.abort();
	expect(await waiting).toBe('cancelled');
});

test('all that wait can be told the same, and then nobody waits', async () => {
	const line = new Line();
	const waiting = [line.join(), line.join(undefined, true)];
	line.tellAll({ refusedUntil: 5 });
	expect(await Promise.all(waiting)).toEqual([{ refusedUntil: 5 }, { refusedUntil: 5 }]);
	expect(line.first).toBeUndefined();
});
