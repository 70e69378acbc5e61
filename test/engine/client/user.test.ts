import { entitySuite } from './entitySuite';

const user = (id: string) => ({ id, name: `User ${id}` });

const { tech, write, stored, onError } = entitySuite({ resource: 'user', entity: user });

test('of users whose phone is taken, which Wazzup names in words only, halves find the one', async () => {
	await tech.run(write('create'), [{ ...user('x0'), phone: '79261234567' }]);
	const result = await tech.run(
		write('create'),
		[user('x1'), user('x2'), { ...user('x3'), phone: '+7 926 123-45-67' }, user('x4')],
		onError,
	);
	expect(result.items.map(({ id }) => id)).toEqual(['x1', 'x2', 'x4']);
	expect(result.failed).toMatchObject([{ id: 'x3', details: { code: 'DUPLICATE_PHONE_NUMBER' } }]);
	expect(stored()).toEqual(expect.arrayContaining(['x1', 'x2', 'x4']));
	expect(stored()).not.toContain('x3');
});
