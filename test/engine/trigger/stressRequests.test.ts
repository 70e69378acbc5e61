import { deflateSync, gzipSync } from 'node:zlib';
import { useStress } from './stress';
import { stressSurfaces } from './stressSurfaces';

const MB = 1024 * 1024;

/** A delivery as posted. */
type Posting = (delivery: object) => { body?: RequestInit['body']; headers?: HeadersInit };

const json = { 'content-type': 'application/json' };
const zipped = (text: string) => new Uint8Array(gzipSync(text));
const fields = (delivery: object) =>
	Object.entries(delivery).map(([name, value]) => [name, JSON.stringify(value)]);

/** fetch names a type of its own for each of these bodies, where none is given. */
const unread: Array<[string, Posting]> = [
	['a form', (delivery) => ({ body: new URLSearchParams(fields(delivery)) })],
	['text', (delivery) => ({ body: JSON.stringify(delivery) })],
	['of no type', (delivery) => ({ body: new TextEncoder().encode(JSON.stringify(delivery)) })],
	[
		'a form with files',
		(delivery) => {
			const body = new FormData();
			for (const [name = '', value = ''] of fields(delivery)) body.set(name, value);
			body.set('messages', new Blob(['[]']), 'messages.json');
			return { body };
		},
	],
	[
		'of nearly the right type',
		(delivery) => ({
			body: JSON.stringify(delivery),
			headers: { 'content-type': 'application/json5' },
		}),
	],
	['in a list', (delivery) => ({ body: JSON.stringify([delivery]), headers: json })],
	[
		'as text in JSON',
		(delivery) => ({ body: JSON.stringify(JSON.stringify(delivery)), headers: json }),
	],
	...['', ' ', 'null', '0', 'true', '"text"', '[]', '{}'].map((body): [string, Posting] => [
		`«${body}» instead of it`,
		() => ({ body, headers: json }),
	]),
	['no body', () => ({ headers: json })],
	[
		'said to be gzip',
		(delivery) => ({
			body: JSON.stringify(delivery),
			headers: { ...json, 'content-encoding': 'gzip' },
		}),
	],
];

const readable: Array<[string, Posting]> = [
	[
		'gzip',
		(delivery) => ({
			body: zipped(JSON.stringify(delivery)),
			headers: { ...json, 'content-encoding': 'gzip' },
		}),
	],
	[
		'deflate',
		(delivery) => ({
			body: new Uint8Array(deflateSync(JSON.stringify(delivery))),
			headers: { ...json, 'content-encoding': 'deflate' },
		}),
	],
	[
		'with a byte order mark',
		(delivery) => ({ body: `\ufeff${JSON.stringify(delivery)}`, headers: json }),
	],
];

describe.each(stressSurfaces)('$name', (surface) => {
	const use = useStress(surface);

	/** A later delivery shows that the node still listens. */
	async function stillListens() {
		expect(use.host.started).toEqual([]);
		expect(await use.post(surface.delivery('genuine'))).toBe(200);
		expect(use.runs()).toEqual(use.onceEach(['genuine']));
	}

	test.each(unread)('%s: nothing starts', async (_, posting) => {
		await use.publish();
		const changes = { body: undefined, headers: {}, ...posting(surface.delivery('unread')) };
		await use.post('', use.url, changes);
		await stillListens();
	});

	test.each(readable)('%s: a run starts', async (_, posting) => {
		await use.publish();
		expect(await use.post('', use.url, posting(surface.delivery('genuine')))).toBe(200);
		expect(use.runs()).toEqual(use.onceEach(['genuine']));
	});

	test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'])(
		'%s: 404, and nothing starts',
		async (method) => {
			await use.publish();
			const body = ['GET', 'HEAD'].includes(method)
				? undefined
				: JSON.stringify(surface.delivery('x'));
			expect(await use.post('', use.url, { method, body })).toBe(404);
			await stillListens();
		},
	);

	test('10 MB: 413 where it is JSON, packed or not, and 422 where it is none', async () => {
		await use.publish();
		const large = JSON.stringify({ ...surface.delivery('large'), large: 'x'.repeat(10 * MB) });
		expect(await use.post(large)).toBe(413);
		const packed = { body: zipped(large), headers: { ...json, 'content-encoding': 'gzip' } };
		expect(await use.post('', use.url, packed)).toBe(413);
		expect(await use.post('['.repeat(5 * MB) + ']'.repeat(5 * MB))).toBe(413);
		expect(await use.post(`["${large}`)).toBe(422);
		expect(await use.post('['.repeat(10 * MB))).toBe(422);
		await stillListens();
	});

	test.each(['0', 'null', '{}', '[]'])('millions of entries that are %s: 400', async (entry) => {
		await use.publish();
		const entries = `${entry},`.repeat((4 * MB) / (entry.length + 1));
		const delivery = JSON.stringify(surface.beside('beside', ['ENTRIES']));
		expect(await use.post(delivery.replace('"ENTRIES",', entries))).toBe(400);
		await stillListens();
	});
});
