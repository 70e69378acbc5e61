import { entitySuite } from './entitySuite';

entitySuite({
	resource: 'deal',
	entity: (id) => ({
		id,
		responsible_user_id: '1',
		name: `Deal ${id}`,
		uri: `https://crm.example.com/deals/${id}`,
		contacts: ['101'],
		closed: false,
	}),
});
