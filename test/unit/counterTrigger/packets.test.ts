import fc from 'fast-check';
import { Decoder, Encoder, PacketType } from 'socket.io-parser';
import { decode, encode, type Packet } from '../../../nodes/WazzupCounterTrigger/packets';

/** Everything that JSON can carry. */
const value = fc.jsonValue().map((each) => JSON.parse(JSON.stringify(each)) as unknown);
const event = fc.record({
	kind: fc.constant('event' as const),
	name: fc.string(),
	args: fc.array(value, { maxLength: 3 }),
});

test('what is sent reads as what was sent', () => {
	const packet: fc.Arbitrary<Packet> = fc.oneof(
		event,
		fc.record({ kind: fc.constantFrom('ping' as const, 'pong' as const), data: fc.string() }),
		fc.record({
			kind: fc.constantFrom('connect' as const, 'disconnect' as const, 'close' as const),
		}),
	);
	fc.assert(fc.property(packet, (sent) => expect(decode(encode(sent))).toEqual(sent)));
});

test("events are those of socket.io's own parser, in both directions", () => {
	const heard = (text: string) => {
		const decoder = new Decoder();
		let packet: unknown;
		decoder.on('decoded', (decoded) => (packet = decoded));
		decoder.add(text);
		return packet;
	};
	fc.assert(
		fc.property(event, ({ name, args }) => {
			// The first digit is Engine.IO's: a message.
			expect(heard(encode({ kind: 'event', name, args }).slice(1))).toMatchObject({
				type: PacketType.EVENT,
				nsp: '/',
				data: [name, ...args],
			});
		}),
	);
	fc.assert(
		fc.property(event, fc.option(fc.nat(), { nil: undefined }), ({ name, args }, id) => {
			const packet = { type: PacketType.EVENT, nsp: '/', data: [name, ...args], id };
			const [text] = new Encoder().encode(packet) as string[];
			expect(decode(`4${text}`)).toEqual({ kind: 'event', name, args });
		}),
	);
});

test('another namespace, a binary event and an acknowledgement are nothing to us', () => {
	const types = [PacketType.CONNECT, PacketType.EVENT, PacketType.DISCONNECT];
	fc.assert(
		fc.property(fc.constantFrom(...types), fc.stringMatching(/^[a-z]+$/), (type, name) => {
			const [text] = new Encoder().encode({ type, nsp: `/${name}`, data: ['x'] }) as string[];
			expect(decode(`4${text}`)).toEqual({ kind: 'other' });
		}),
	);
	// socket.io 2 writes no comma where nothing follows.
	expect(decode('40/admin')).toEqual({ kind: 'other' });
	expect(decode('451-["picture",{"_placeholder":true,"num":0}]')).toEqual({ kind: 'other' });
	expect(decode('431["answer"]')).toEqual({ kind: 'other' });
});

test('no text makes it throw', () => {
	const prefix = fc.constantFrom('', '0', '0{', '2', '40', '42', '42[', '44', '44{', '4');
	fc.assert(
		fc.property(prefix, fc.string({ unit: 'binary' }), (start, text) => {
			expect(decode(start + text)).toHaveProperty('kind');
		}),
	);
});

test.each([
	[
		'0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}',
		{ kind: 'open', pingInterval: 25_000, pingTimeout: 20_000 },
	],
	['0{"sid":"a"}', { kind: 'other' }],
	['0{"pingInterval":0,"pingTimeout":-1}', { kind: 'other' }],
	['0{"pingInterval":1e12,"pingTimeout":1}', { kind: 'other' }],
	['2probe', { kind: 'ping', data: 'probe' }],
	['3', { kind: 'pong', data: '' }],
	['6', { kind: 'other' }],
	['40{"sid":"b"}', { kind: 'connect' }],
	['40', { kind: 'connect' }],
	['40/?key=1,', { kind: 'connect' }],
	['41', { kind: 'disconnect' }],
	['44{"message":"not authorized"}', { kind: 'refuse', reason: 'not authorized' }],
	// socket.io 2 sends a bare text.
	['44"not authorized"', { kind: 'refuse', reason: 'not authorized' }],
	['44', { kind: 'refuse', reason: '' }],
	[
		'42["counterUpdate",{"counter":1}]',
		{ kind: 'event', name: 'counterUpdate', args: [{ counter: 1 }] },
	],
	['4217["ask"]', { kind: 'event', name: 'ask', args: [] }],
	['42[1]', { kind: 'other' }],
])('%s', (text, packet) => {
	expect(decode(text)).toEqual(packet);
});
