import { OwnMessages } from '../../../nodes/shared/ownMessages';

const MINUTE = 60_000;

test('a message that was sent here is known, in its account only', async () => {
	const own = new OwnMessages();
	own.begin('account', 'channel')('m-1');
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(true);
	expect(await own.isOwn('account', 'm-2', 'channel')).toBe(false);
	expect(await own.isOwn('another', 'm-1', 'channel')).toBe(false);
});

test('an echo that is faster than the answer waits for it', async () => {
	const own = new OwnMessages();
	const finishes = [own.begin('account', 'channel'), own.begin('account', 'channel')];
	const asked = own.isOwn('account', 'm-1', 'channel');
	finishes[0]?.('m-0');
	finishes[1]?.('m-1');
	expect(await asked).toBe(true);
});

test('it waits no longer once every send of the channel has ended', async () => {
	const own = new OwnMessages(Date.now, 10 * MINUTE);
	const finish = own.begin('account', 'channel');
	const asked = own.isOwn('account', 'm-1', 'channel');
	finish();
	expect(await asked).toBe(false);
});

test('it does not wait for sends to other channels, nor for those that begin later', async () => {
	const own = new OwnMessages(Date.now, 10 * MINUTE);
	own.begin('account', 'another channel');
	own.begin('another account', 'channel');
	const first = own.begin('account', 'channel');
	const asked = own.isOwn('account', 'm-1', 'channel');
	own.begin('account', 'channel');
	first('m-0');
	expect(await asked).toBe(false);
});

test('it does not wait for ever', async () => {
	const own = new OwnMessages(Date.now, 5);
	const finish = own.begin('account', 'channel');
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(false);
	finish('m-1');
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(true);
});

test('ids are forgotten after ten minutes', async () => {
	let now = 0;
	const own = new OwnMessages(() => now);
	own.begin('account', 'channel')('m-1');
	now = 10 * MINUTE - 1;
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(true);
	now = 10 * MINUTE;
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(false);
});

test('no more than 20,000 ids are held, the newest ones', async () => {
	const own = new OwnMessages(() => 0);
	for (let number = 0; number <= 20_000; number++) {
		own.begin('account', 'channel')(`m-${number}`);
	}
	expect(await own.isOwn('account', 'm-0', 'channel')).toBe(false);
	expect(await own.isOwn('account', 'm-1', 'channel')).toBe(true);
	expect(await own.isOwn('account', 'm-20000', 'channel')).toBe(true);
});

describe('messages without an id', () => {
	const said = { channelId: 'channel', chatId: '7901', text: 'hello' };

	test('are known by what they say, one echo each, and then by its id', async () => {
		const own = new OwnMessages();
		own.announce('account', said);
		expect(own.isAnnounced('another', 'm-1', said)).toBe(false);
		expect(own.isAnnounced('account', 'm-1', { ...said, text: 'bye' })).toBe(false);
		expect(own.isAnnounced('account', 'm-1', { ...said, chatId: '7902' })).toBe(false);
		expect(own.isAnnounced('account', 'm-1', said)).toBe(true);
		expect(own.isAnnounced('account', 'm-2', said)).toBe(false);
		expect(await own.isOwn('account', 'm-1', 'channel')).toBe(true);
	});

	test('count as often as they were sent', () => {
		const own = new OwnMessages();
		own.announce('account', said);
		own.announce('account', said);
		const verdicts = ['m-1', 'm-2', 'm-3'].map((id) => own.isAnnounced('account', id, said));
		expect(verdicts).toEqual([true, true, false]);
	});

	test('are taken back when they did not go out, and forgotten after ten minutes', () => {
		let now = 0;
		const own = new OwnMessages(() => now);
		own.announce('account', said)();
		expect(own.isAnnounced('account', 'm-1', said)).toBe(false);
		own.announce('account', said);
		now += 10 * 60_000;
		expect(own.isAnnounced('account', 'm-1', said)).toBe(false);
	});

	test('do not pile up', () => {
		const own = new OwnMessages();
		const text = (number: number) => ({ ...said, text: String(number) });
		for (let number = 0; number <= 20_000; number++) own.announce('account', text(number));
		expect(own.isAnnounced('account', 'm-0', text(0))).toBe(false);
		expect(own.isAnnounced('account', 'm-1', text(1))).toBe(true);
	});
});
