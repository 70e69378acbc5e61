import { entitySuite } from './entitySuite';

entitySuite({
	resource: 'deal',
	entity: (id) => ({
		id,
		responsibleUserId: '1',
		name: `Deal ${id}`,
		contacts: ['101'],
		closed: false,
		uri: `https://crm.example.com/deals/${id}`,
	}),
});
