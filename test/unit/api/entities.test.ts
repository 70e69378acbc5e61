import {
	deleteContacts,
	deleteDeals,
	deleteUsers,
	getContacts,
	getDeals,
	getPipelines,
	getUser,
	getUsers,
	uploadPipelines,
	upsertContacts,
	upsertDeals,
	upsertUsers,
} from '../../../api/v3';
import { letters, times, verdict } from './contracts';

const user = {
	id: '2e0df379-0e3c-470f-9b36-06b9e34c3bdb',
	name: 'Alex Salesman',
	phone: '79263334567',
};
const contact = {
	id: 'c-101',
	responsibleUserId: 'u-7',
	name: 'Anna',
	contactData: [{ chatType: 'whatsapp', chatId: '79011112233' }],
	uri: 'https://crm.example.com/c-101',
};
const deal = {
	id: 'd-1',
	responsibleUserId: 'u-7',
	name: 'Roof',
	contacts: ['c-101'],
	closed: false,
	uri: 'https://crm.example.com/d-1',
};

describe.each([
	['users', upsertUsers, user, ['phone']],
	['contacts', upsertContacts, contact, ['uri']],
	['deals', upsertDeals, deal, ['uri']],
] as const)('upsert of %s', (_name, endpoint, entity, optional) => {
	const check = (change: object) => verdict(endpoint.body, [entity, { ...entity, ...change }]);

	test('takes the entity of the documents, up to 100 of them, and not none', () => {
		expect(verdict(endpoint.body, [entity])).toBe('ok');
		expect(verdict(endpoint.body, times(100, entity))).toBe('ok');
		expect(verdict(endpoint.body, times(101, entity))).toEqual(['']);
		expect(verdict(endpoint.body, [])).toEqual(['']);
	});

	test.each(Object.keys(entity))('%s: left out', (field) => {
		const isOptional = optional.some((name) => name === field);
		expect(check({ [field]: undefined })).toEqual(isOptional ? 'ok' : [`1.${field}`]);
	});

	test('a name has 1 to 200 characters', () => {
		expect(check({ name: letters(200) })).toBe('ok');
		expect(check({ name: letters(201) })).toEqual(['1.name']);
		expect(check({ name: '' })).toEqual(['1.name']);
	});
});

test('an id is as long as the loosest document allows', () => {
	const withId = (length: number) => ({ id: letters(length) });
	expect(verdict(upsertUsers.body, [{ ...user, ...withId(200) }])).toBe('ok');
	expect(verdict(upsertUsers.body, [{ ...user, ...withId(201) }])).toEqual(['0.id']);
	expect(verdict(upsertContacts.body, [{ ...contact, ...withId(100) }])).toBe('ok');
	expect(verdict(upsertContacts.body, [{ ...contact, ...withId(101) }])).toEqual(['0.id']);
	expect(verdict(upsertDeals.body, [{ ...deal, ...withId(100) }])).toBe('ok');
	expect(verdict(upsertDeals.body, [{ ...deal, ...withId(101) }])).toEqual(['0.id']);
	expect(verdict(upsertDeals.body, [{ ...deal, id: 12 }])).toBe('ok');
});

test('a phone in another format is dropped by Wazzup without a word, so it passes', () => {
	expect(verdict(upsertUsers.body, [{ ...user, phone: '+7 (926) 333-45-67' }])).toBe('ok');
});

test('a contact has at least one chat, in a known messenger', () => {
	const withChats = (...contactData: object[]) =>
		verdict(upsertContacts.body, [{ ...contact, contactData }]);
	expect(withChats()).toEqual(['0.contactData']);
	expect(withChats({ chatType: 'telegram', username: 'anna' })).toBe('ok');
	expect(withChats({ chatType: 'max', phone: '79011112233' })).toBe('ok');
	expect(withChats({ chatType: 'sms', chatId: '1' })).toEqual(['0.contactData.0.chatType']);
});

test('a link to the CRM has at most 200 characters', () => {
	const uri = `https://crm.example.com/${letters(200)}`;
	expect(verdict(upsertContacts.body, [{ ...contact, uri }])).toEqual(['0.uri']);
	expect(verdict(upsertDeals.body, [{ ...deal, uri }])).toEqual(['0.uri']);
});

test.each([
	['users', deleteUsers],
	['contacts', deleteContacts],
	['deals', deleteDeals],
] as const)('bulk delete of %s takes 1 to 100 ids and gives back the unknown ones', (_n, route) => {
	expect(verdict(route.body, ['a', 'b'])).toBe('ok');
	expect(verdict(route.body, times(101, 'a'))).toEqual(['']);
	expect(verdict(route.body, [])).toEqual(['']);
	expect(verdict(route.body, [''])).toEqual(['0']);
	expect(verdict(route.reply, [])).toBe('ok');
	expect(verdict(route.reply, ['a', 7])).toBe('ok');
});

describe('replies', () => {
	test('users come as an array or as a page', () => {
		const listed = [{ id: user.id, name: 'User Name' }];
		expect(verdict(getUsers.reply, listed)).toBe('ok');
		expect(verdict(getUsers.reply, { count: 1, data: listed })).toBe('ok');
		expect(verdict(getUsers.reply, { users: listed })).not.toBe('ok');
		expect(verdict(getUser.reply, { ...user, role: 'seller' })).toBe('ok');
		expect(verdict(getUser.reply, { name: 'x' })).toContain('id');
	});

	test('contacts and deals come as pages, with nulls and fields of tomorrow', () => {
		expect(verdict(getContacts.reply, { count: 1, data: [{ id: 1, uri: null, new: 1 }] })).toBe(
			'ok',
		);
		expect(verdict(getDeals.reply, { count: 1, data: [{ id: 1, contacts: [2], new: 1 }] })).toBe(
			'ok',
		);
		expect(verdict(getDeals.reply, { count: 1, data: [{ name: 'x' }] })).toContain('data.0.id');
	});
});

describe('funnels', () => {
	const stages = [{ id: 1, name: 'New' }];
	const funnel = { id: 'f1', name: 'Sales', stages };
	const check = (change: object) => verdict(uploadPipelines.body, [{ ...funnel, ...change }]);

	test('go up as the documents lay them out and come back the same', () => {
		expect(check({})).toBe('ok');
		expect(check({ id: 17, stages: undefined })).toBe('ok');
		expect(verdict(getPipelines.reply, [funnel, { id: 2 }])).toBe('ok');
	});

	test('have ids and names of at most 100 characters, and no empty list of stages', () => {
		expect(check({ stages: [] })).toEqual(['0.stages']);
		expect(check({ id: letters(101) })).toEqual(['0.id']);
		expect(check({ name: letters(101) })).toEqual(['0.name']);
		expect(check({ stages: [{ id: 1, name: letters(101) }] })).toEqual(['0.stages.0.name']);
		expect(check({ stages: [{ name: 'New' }] })).toEqual(['0.stages.0.id']);
		expect(verdict(uploadPipelines.body, [])).toEqual(['']);
	});
});
