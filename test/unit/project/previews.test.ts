import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { getChannels } from '../../../api/v3';
import { allOperations, type Place } from '../../../scripts/nodes';
import { previewOf, previewPath, writePreviews } from '../../../scripts/previews';

/** An operation whose output items keep this contract. */
function place(output: z.ZodType): Place {
	const operation = {
		value: 'get',
		name: 'Get',
		action: 'Get thing',
		description: 'Get a thing',
		fields: [],
		runner: { endpoints: [getChannels], output, run: async () => {} },
	};
	const resource = { value: 'thing', name: 'Thing', operations: [operation] };
	return { node: { name: 'Things', resources: [resource] }, resource, operation };
}

const propertiesOf = (output: z.ZodType) => previewOf(place(output)).properties;

test('a preview holds names and kinds, and nothing else', () => {
	const contract = z.looseObject({
		id: z.string().min(1).max(100).describe('An id'),
		count: z.int().optional(),
		state: z.enum(['active', 'disabled']),
		kind: z.literal(3),
		closed: z.boolean().nullish(),
		link: z.url().default('https://example.com'),
	});
	expect(previewOf(place(contract))).toEqual({
		type: 'object',
		properties: {
			id: { type: 'string' },
			count: { type: 'integer' },
			state: { type: 'string' },
			kind: { type: 'number' },
			closed: { type: 'boolean' },
			link: { type: 'string' },
		},
		version: 1,
	});
});

test('objects and lists are shown with what is in them', () => {
	const contract = z.object({
		owner: z.object({ name: z.string() }).nullish(),
		chats: z.array(z.object({ chatId: z.string() })),
		data: z.record(z.string(), z.unknown()),
		anything: z.unknown(),
	});
	expect(propertiesOf(contract)).toEqual({
		owner: { type: 'object', properties: { name: { type: 'string' } } },
		chats: {
			type: 'array',
			items: { type: 'object', properties: { chatId: { type: 'string' } } },
		},
		data: { type: 'object' },
		anything: { type: 'object' },
	});
});

test('of several shapes all fields are shown', () => {
	const contract = z.union([z.object({ a: z.string() }), z.object({ b: z.number() })]);
	expect(propertiesOf(contract)).toEqual({ a: { type: 'string' }, b: { type: 'number' } });
	expect(propertiesOf(z.object({ id: z.union([z.null(), z.number(), z.string()]) }))).toEqual({
		id: { type: 'number' },
	});
});

test('a list stands for one of its entries, as n8n makes an item of each', () => {
	expect(propertiesOf(z.array(z.object({ id: z.string() })))).toEqual({ id: { type: 'string' } });
});

test('what a transform makes cannot be known', () => {
	expect(propertiesOf(z.object({ at: z.string().transform(() => ({})) }))).toEqual({
		at: { type: 'object' },
	});
});

test('an item that no document describes has a reply', () => {
	for (const open of [z.unknown(), z.looseObject({})]) {
		expect(propertiesOf(open)).toEqual({ reply: { type: 'object' } });
	}
});

test('a contract without fields breaks the build', () => {
	for (const empty of [z.strictObject({}), z.string(), z.undefined().array()]) {
		expect(() => previewOf(place(empty))).toThrow(/^Things > thing > get: .* names no field$/);
	}
});

test('the files lie where n8n looks for them', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'previews-'));
	try {
		await writePreviews(folder);
		const written = await readdir(folder, { recursive: true, withFileTypes: true });
		expect(written.filter((entry) => entry.isFile())).toHaveLength(allOperations().length);
		for (const each of allOperations()) {
			expect(previewPath(each)).toBe(
				`${each.node.name}/__schema__/v1.0.0/${each.resource.value}/${each.operation.value}.json`,
			);
			const text = await readFile(join(folder, previewPath(each)), 'utf8');
			expect(JSON.parse(text)).toEqual(previewOf(each));
		}
	} finally {
		await rm(folder, { recursive: true });
	}
});
