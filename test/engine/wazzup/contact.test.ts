import { entitySuite } from './entitySuite';

entitySuite({
	resource: 'contact',
	entity: (id) => ({
		id,
		responsibleUserId: '1',
		name: `Contact ${id}`,
		contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
	}),
});
