import { Places } from '../../../nodes/shared/transport/places';

test('a place is used until five seconds after the answer, however long that took', () => {
	const places = new Places();
	places.enter(0);
	places.enter(0);
	places.leave(3_000);
	expect(places).toMatchObject({ underWay: 1, used: 2 });
	places.tidy(7_999);
	expect(places.used).toBe(2);
	places.tidy(8_000);
	expect(places).toMatchObject({ underWay: 1, used: 1 });
});

test('the next place falls free five seconds after the earliest answer; while all are under way nobody knows', () => {
	const places = new Places();
	places.enter(0);
	places.enter(0);
	expect(places.millisecondsToFree(0)).toBeUndefined();
	places.leave(1_000);
	places.leave(2_000);
	expect(places.millisecondsToFree(4_000)).toBe(2_000);
});

test('it tells how long an answer took', () => {
	const places = new Places();
	places.enter(100);
	places.enter(200);
	expect([places.leave(600), places.leave(650)]).toEqual([500, 450]);
});
