import { entitySuite } from './entitySuite';

const contact = (id: string) => ({
	id,
	responsible_user_id: '1',
	name: `Contact ${id}`,
	contact_data: [{ chat_type: 'whatsapp', chat_id: '79011112233' }],
	uri: `https://crm.example.com/contacts/${id}`,
});

const { tech, write, stored, onError } = entitySuite({ resource: 'contact', entity: contact });

test('a contact with a field that Wazzup does not know fails by name, the others are stored', async () => {
	const result = await tech.run(
		{ ...write('create'), additionalFieldsJson: '={{ $json.more ?? {} }}' },
		[contact('x1'), { ...contact('x2'), more: { tag: 'vip' } }, contact('x3')],
		onError,
	);
	expect(result.items.map(({ id }) => id)).toEqual(['x1', 'x3']);
	expect(result.failed).toMatchObject([{ id: 'x2', details: { code: 'VALIDATION_FAILED' } }]);
	expect(JSON.stringify(result.failed)).toContain('tag');
	expect(stored()).toEqual(['x1', 'x3']);
	// One request that is refused because of x2, one with the rest.
	expect(tech.requests('POST', '/v2/contacts')).toHaveLength(2);
});

test('an update changes what it names and leaves the rest', async () => {
	await tech.run(write('create'), [contact('x1')]);
	await tech.run(write('update'), [{ id: 'x1', responsible_user_id: 2 }]);
	const { items } = await tech.run({ resource: 'contact', operation: 'get', id: 'x1' });
	expect(items).toEqual([{ ...contact('x1'), responsible_user_id: '2' }]);
});
