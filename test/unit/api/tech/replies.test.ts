import * as tech from '../../../../api/tech';
import { verdict } from '../contracts';
import { deal } from './entities';

const settings = { user_roles: [{ channel_id: null, user_id: 7, role: 'owner' }] };

test('what a reply is about is in data', () => {
	expect(tech.dataOf({ data: 5, meta: {} })).toBe(5);
	expect(tech.dataOf({ data: null })).toBeNull();
	expect(tech.dataOf(settings)).toEqual(settings);
	expect(tech.dataOf('text')).toBe('text');
	expect(tech.dataOf(undefined)).toBeUndefined();
});

test('one entity, a list of one and a list read the same', () => {
	expect(tech.entitiesOf({ data: [deal] })).toEqual([deal]);
	expect(tech.entitiesOf({ data: deal })).toEqual([deal]);
	expect(tech.entitiesOf({ data: null })).toEqual([]);
	expect(tech.entitiesOf(undefined)).toEqual([]);
	expect(verdict(tech.getDeal.reply, { data: deal })).toBe('ok');
	expect(verdict(tech.getDeal.reply, { data: [] })).toBe('ok');
});

test('how many were taken in', () => {
	expect(tech.processedOf({ data: { processed: 2 }, meta: {} })).toBe(2);
	expect(tech.processedOf({ data: null })).toBeUndefined();
	expect(tech.processedOf('')).toBeUndefined();
});

test('settings come with an envelope or without', () => {
	for (const reply of [settings, { data: settings, meta: { timestamp: 1 } }]) {
		expect(tech.getSettings.reply.parse(reply)).toEqual(reply);
	}
	expect(verdict(tech.getSettings.reply, { data: { user_roles: 5 } })).toBe('ok');
	expect(verdict(tech.getSettings.reply, [])).not.toBe('ok');
});

test.each([
	[tech.getContacts],
	[tech.getContact],
	[tech.updateContacts],
	[tech.deleteContacts],
	[tech.getUsers],
	[tech.getUser],
	[tech.updateUsers],
	[tech.deleteUsers],
	[tech.getTemplates],
	[tech.getTemplate],
	[tech.updateTemplate],
	[tech.deleteTemplate],
	[tech.getWabaTemplates],
	[tech.getWabaTemplate],
	[tech.getWabaPricing],
	[tech.getAccount],
	[tech.createWebhooks],
	[tech.deleteWebhooks],
	[tech.reinitializeChannel],
	[tech.getPairingCode],
	[tech.submitPassword],
	[tech.replaceSettings],
])('a reply that no document shows is taken as it comes: $method $path', ({ reply }) => {
	const strange = [{ data: { items: [{ id: {} }] } }, [{ id: 1 }], '', undefined, null, 5];
	for (const each of strange) expect(reply.parse(each)).toEqual(each);
});

test('documented replies are read with nulls and fields of tomorrow, and not without what matters', () => {
	const channel = { channel_id: 'a', phone: 7, state: null, new: 1 };
	expect(verdict(tech.getChannels.reply, { data: [channel], meta: null, new: 1 })).toBe('ok');
	expect(verdict(tech.getChannels.reply, { data: [{ state: 'active' }] })).toEqual([
		'data.0.channel_id',
	]);
	expect(verdict(tech.createChannel.reply, { data: channel })).toBe('ok');
	expect(verdict(tech.sendMessage.reply, { data: {} })).toEqual(['data.request_id']);
	expect(verdict(tech.requestToken.reply, { data: { refresh_token: 'r' } })).toEqual([
		'data.access_token',
	]);
	expect(verdict(tech.getDeals.reply, [deal])).not.toBe('ok');
	expect(verdict(tech.getPipelines.reply, { data: [{ id: 1, name: null, stages: null }] })).toBe(
		'ok',
	);
});

test('lifetimes of tokens are numbers, however they come', () => {
	const read = tech.tokens.parse({ access_token: 'a', expires_in: '3600' });
	expect(read.expires_in).toBe(3600);
	expect(tech.tokens.parse({ access_token: 'a', expires_in: null }).expires_in).toBeNull();
});

test.each([
	['pending', null, 'waiting'],
	['PROCESSING', null, 'waiting'],
	['done', 'https://example.com/a.csv', 'ready'],
	['webhook_failed', 'https://example.com/a.csv', 'ready'],
	['done', null, 'unknown'],
	['failed', 'https://example.com/a.csv', 'unknown'],
	[undefined, undefined, 'unknown'],
] as const)('an export that is %s with %s: %s', (status, url, stage) => {
	expect(tech.exportStageOf({ status, url })).toBe(stage);
});
