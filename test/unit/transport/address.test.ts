import {
	cleanAddress,
	cleanChatId,
	cleanPhone,
	cleanUsername,
} from '../../../nodes/shared/fields/address';
import { fillPath, leavesItsPlace } from '../../../nodes/shared/transport/request';

test.each([
	['+7 (901) 111-22-33', '79011112233'],
	[' 7\u00a0901.111.22.33 ', '79011112233'],
	['79011112233', '79011112233'],
	['no number', 'no number'],
	['79011112233@c.us', '79011112233@c.us'],
])('the phone number %j goes out as %j', (typed, sent) => {
	expect(cleanPhone(typed)).toBe(sent);
});

test('a leading @ is dropped from names, and only there', () => {
	expect(cleanUsername('@anna')).toBe('anna');
	expect(cleanChatId('instagram', '@anna@shop')).toBe('anna@shop');
});

test('ids of messengers without phone numbers are left alone', () => {
	expect(cleanChatId('telegram', '+7 901')).toBe('+7 901');
	expect(cleanAddress({ chatType: 'whatsgroup', chatId: '7901-160' })).toEqual({
		chatType: 'whatsgroup',
		chatId: '7901-160',
	});
});

test('an address keeps what it has and gains nothing', () => {
	expect(cleanAddress({ chatType: 'telegram', username: '@anna', phone: '+7 901' })).toEqual({
		chatType: 'telegram',
		username: 'anna',
		phone: '7901',
	});
});

test.each(['../users', 'a/b?x=1', '%2e%2e', 'a#b', 'x'.repeat(5_000), '😀', 'a\\b', ';v=1'])(
	'the id %j stays one segment of the path',
	(id) => {
		const url = new URL(`https://api.wazzup24.com${fillPath('/v3/contacts/{id}', { id })}`);
		expect(url.pathname.split('/')).toHaveLength(4);
		expect(url.pathname.startsWith('/v3/contacts/')).toBe(true);
		expect(url.search + url.hash).toBe('');
		expect(decodeURIComponent(url.pathname.slice('/v3/contacts/'.length))).toBe(id);
	},
);

test.each([
	['.', true],
	['..', true],
	['\ud83d', true],
	['a\ude00', true],
	['...', false],
	['a', false],
	['😀', false],
])('whether no encoding keeps the id %j in its place: %j', (id, leaves) => {
	expect(leavesItsPlace(id)).toBe(leaves);
});
