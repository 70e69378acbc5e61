import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { allOperations, type Place } from './nodes';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A value in a preview: its kind, and what is in it. No examples, formats or limits: the editor shows names and kinds. */
interface Shape {
	type: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';
	properties?: Record<string, Shape>;
	items?: Shape;
}

/** What n8n's editor accepts as a preview: an object with fields at the root, the shape of one output item. */
export interface Preview extends Shape {
	type: 'object';
	properties: Record<string, Shape>;
	version: 1;
}

/** What no contract tells is shown as an object without known fields. */
const unknownShape: Shape = { type: 'object' };

/** An item of which no document tells the fields; `replyItem` of nodes/shared/fields puts what is no object there. */
const anyReply: Preview['properties'] = { reply: unknownShape };

/**
 * The preview of an operation's output, out of the contract of one output item.
 *
 * @throws Error when the contract names no field: the editor rejects such a preview, and so shows nothing
 */
export function previewOf({ node, resource, operation }: Place): Preview {
	const schema = z.toJSONSchema(operation.runner.output, { io: 'output', unrepresentable: 'any' });
	const shape = shapeOf(schema);
	const { properties = isOpen(schema) ? anyReply : {} } = shape.items ?? shape;
	if (Object.keys(properties).length === 0) {
		const name = `${node.name} > ${resource.value} > ${operation.value}`;
		throw new Error(`${name}: the contract of its output item (runner.output) names no field`);
	}
	return { type: 'object', properties, version: 1 };
}

/** Where n8n looks for a preview, below the folder of the compiled nodes. */
export function previewPath({ node, resource, operation }: Place): string {
	return join(node.name, '__schema__', 'v1.0.0', resource.value, `${operation.value}.json`);
}

/**
 * Writes the previews of all operations.
 *
 * @param folder the compiled nodes, `dist/nodes`
 * @throws Error as previewOf() does
 */
export async function writePreviews(folder: string): Promise<void> {
	for (const place of allOperations()) {
		const path = join(folder, previewPath(place));
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, `${JSON.stringify(previewOf(place), null, '\t')}\n`);
	}
}

/** Whether a contract lets every value or every object through. */
function isOpen({ type, additionalProperties }: JsonSchema): boolean {
	return type === undefined || (type === 'object' && typeof additionalProperties === 'object');
}

function shapeOf(schema: JsonSchema): Shape {
	const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
	if (parts) return together(parts.map(shapeOf));
	switch (schema.type) {
		case 'object':
			return objectOf(schema);
		case 'array':
			return arrayOf(schema);
		case undefined: {
			const [value] = schema.enum ?? [schema.const];
			return value === undefined ? unknownShape : { type: kindOf(value) };
		}
		default:
			return { type: schema.type };
	}
}

function objectOf({ properties = {} }: JsonSchema): Shape {
	const fields = Object.entries(properties).map(([name, value]): [string, Shape] => [
		name,
		typeof value === 'object' ? shapeOf(value) : unknownShape,
	]);
	return fields.length > 0
		? { type: 'object', properties: Object.fromEntries(fields) }
		: unknownShape;
}

function arrayOf({ items, prefixItems }: JsonSchema): Shape {
	const [first] = Array.isArray(items) ? items : [items ?? prefixItems?.[0]];
	return { type: 'array', items: typeof first === 'object' ? shapeOf(first) : unknownShape };
}

/** Of several shapes that a value may have: all fields if they are objects, otherwise the first that is not null. */
function together(shapes: Shape[]): Shape {
	const present = shapes.filter(({ type }) => type !== 'null');
	const [first = { type: 'null' } satisfies Shape] = present;
	if (first.type !== 'object') return first;
	const fields = present.flatMap(({ properties = {} }) => Object.entries(properties));
	return fields.length > 0 ? { type: 'object', properties: Object.fromEntries(fields) } : first;
}

function kindOf(value: unknown): Shape['type'] {
	const kind = typeof value;
	return kind === 'number' || kind === 'boolean' || kind === 'string' ? kind : 'null';
}
