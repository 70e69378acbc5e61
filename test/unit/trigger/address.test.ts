import {
	isLeftBehind,
	isOfSameNode,
	isToken,
	withoutQuery,
	type OwnAddress,
} from '../../../nodes/WazzupTrigger/address';
import { isLocal } from '../../../nodes/WazzupTrigger/reachable';

test.each([
	'http://localhost:5678/webhook/a',
	'http://n8n:5678/',
	'http://n8n.localhost/',
	'http://crm.local/',
	'http://LOCALHOST./',
	'http://host.docker.internal/',
	'http://0.0.0.0/',
	'http://10.1.2.3/',
	'http://127.8.0.1/',
	'http://169.254.1.1/',
	'http://172.16.0.1/',
	'http://172.31.255.255/',
	'http://192.168.0.7/',
	'http://100.64.0.1/',
	'http://100.127.1.1/',
	'http://2130706433/',
	'http://[::1]/',
	'http://[::]/',
	'http://[fd00::1]/',
	'http://[fe80::1]/',
	'http://[::ffff:127.0.0.1]/',
	'http://[::ffff:192.168.1.1]/',
])('%s is local', (url) => expect(isLocal(url)).toBe(true));

test.each([
	'https://n8n.example.com/',
	'https://localhost.example.com/',
	'https://local.de/',
	'http://8.8.8.8/',
	'http://11.0.0.1/',
	'http://172.15.0.1/',
	'http://172.32.0.1/',
	'http://100.63.0.1/',
	'http://100.128.0.1/',
	'http://192.169.0.1/',
	'http://[2001:db8::1]/',
	'http://[::ffff:8.8.8.8]/',
])('%s can be reached', (url) => expect(isLocal(url)).toBe(false));

const own: OwnAddress = {
	uri: 'https://n8n.example.com/webhook/id-1/webhook?wazzupToken=abc',
	token: 'abc',
	nodePath: 'id-1/webhook',
};

test.each([
	['its production address', 'https://n8n.example.com/webhook/id-1/webhook?wazzupToken=x', true],
	['its test address', 'https://n8n.example.com/webhook-test/id-1/webhook', true],
	['one behind another prefix', 'https://n8n.example.com/n8n/hooks/id-1/webhook', true],
	['another node', 'https://n8n.example.com/webhook/id-2/webhook', false],
	['a node whose id ends the same', 'https://n8n.example.com/webhook/an-id-1/webhook', false],
	[
		'a copy of the workflow in another n8n',
		'https://staging.example.com/webhook/id-1/webhook',
		false,
	],
	['another port', 'https://n8n.example.com:444/webhook/id-1/webhook', false],
	['no address at all', 'id-1/webhook', false],
])('same node: %s', (_, uri, expected) => expect(isOfSameNode(uri, own)).toBe(expected));

const off = {
	messagesAndStatuses: false,
	contactsAndDealsCreation: false,
	channelsUpdates: false,
	templateStatus: false,
};

test('left behind is an address of this pack with every switch off', () => {
	expect(isLeftBehind(own.uri, off)).toBe(true);
	expect(isLeftBehind(own.uri, { ...off, templateStatus: true })).toBe(false);
	expect(isLeftBehind('https://crm.example.com/?token=abc', off)).toBe(false);
});

test('a person sees an address without its query, and without a login', () => {
	expect(withoutQuery('https://a.example.com/b?secret=1#c')).toBe('https://a.example.com/b');
	expect(withoutQuery('https://me:secret@a.example.com/@b')).toBe('https://a.example.com/@b');
});

test.each([
	['the same', 'abc', 'abc', true],
	['another', 'abd', 'abc', false],
	['a longer one', 'abcd', 'abc', false],
	['none given', undefined, 'abc', false],
	['a list', ['abc'], 'abc', false],
	['none expected', '', '', false],
	['nothing at all', undefined, undefined, false],
])('token: %s', (_, given, expected, verdict) => expect(isToken(given, expected)).toBe(verdict));
