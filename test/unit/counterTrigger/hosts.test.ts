import { hostsFor } from '../../../nodes/WazzupCounterTrigger/hosts';
import { sessionUrl } from '../../../nodes/WazzupCounterTrigger/session';

test("with Wazzup's own Base URL the counter is on Wazzup's hosts", () => {
	const { lookup, legacy, originOf } = hostsFor('https://api.wazzup24.com');
	expect(lookup).toBe('https://integrations.wazzup24.com');
	expect(legacy).toBe('https://api-ws.wazzup24.com');
	expect(originOf('ws-counters2.wazzup24.com')).toBe('https://ws-counters2.wazzup24.com');
	expect(originOf('http://ws-counters2.wazzup24.com/')).toBe('https://ws-counters2.wazzup24.com');
});

test('with another Base URL it is there', () => {
	const { lookup, legacy, originOf } = hostsFor('http://127.0.0.1:3024/proxy');
	expect(lookup).toBe('http://127.0.0.1:3024/proxy');
	expect(legacy).toBe('http://127.0.0.1:3024');
	expect(originOf('127.0.0.1:4000')).toBe('http://127.0.0.1:4000');
});

test.each([
	['https://api.wazzup24.com', 'counters.example.com'],
	['https://api.wazzup24.com', 'evilwazzup24.com'],
	['https://api.wazzup24.com', 'wazzup24.com.example.com'],
	['https://api.wazzup24.com', 'ws.wazzup24.com@example.com'],
	['https://api.wazzup24.com', 'user:word@ws.wazzup24.com'],
	['https://api.wazzup24.com', 'example.com/.wazzup24.com'],
	['https://api.wazzup24.com', 'example.com#.wazzup24.com'],
	['https://api.wazzup24.com', ''],
	['https://proxy.example.com', 'ws-counters2.wazzup24.com'],
	['http://127.0.0.1:3024', '127.0.0.2:3024'],
])('of %s no key goes to "%s"', (baseUrl, host) => {
	expect(hostsFor(baseUrl).originOf(host)).toBeUndefined();
});

test('the address of a socket is as secure as its host, and holds no secret', () => {
	expect(sessionUrl('https://ws.wazzup24.com', '/ws-counters/', 4)).toBe(
		'wss://ws.wazzup24.com/ws-counters/?EIO=4&transport=websocket',
	);
	expect(sessionUrl('http://127.0.0.1:3024', '/socket.io/', 3)).toBe(
		'ws://127.0.0.1:3024/socket.io/?EIO=3&transport=websocket',
	);
});
