import type { AnyEndpoint } from '../../../api/endpoint';
import { legacyEndpoints } from '../../../api/legacy';
import { techEndpoints } from '../../../api/tech';
import { v3Endpoints } from '../../../api/v3';
import { catalogue } from '../../../scripts/catalogue';
import { actionNodes, allOperations, type Place } from '../../../scripts/nodes';
import { previewOf } from '../../../scripts/previews';

const places = allOperations().map((place): [string, Place] => [
	`${place.node.name} > ${place.resource.value} > ${place.operation.value}`,
	place,
]);

const repeated = (texts: string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of a preview that have no kind, or a kind that the editor does not know. */
function fieldsWithoutKind(preview: unknown): unknown[] {
	if (!isObject(preview)) return [preview];
	const { type, properties = {}, items } = preview;
	const children = [...Object.values(properties ?? {}), ...(items === undefined ? [] : [items])];
	const known = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
	return [
		...(known.includes(String(type)) ? [] : [preview]),
		...children.flatMap(fieldsWithoutKind),
	];
}

describe.each(places)('%s', (_name, place) => {
	const { node, resource, operation } = place;

	test('says what it does', () => {
		expect(operation.name).toMatch(/^[A-Z]/);
		expect(operation.action).toMatch(/^[A-Z]/);
		expect(operation.description.length).toBeGreaterThan(operation.name.length);
		expect(operation.description).toMatch(/^[A-Z]/);
	});

	test('has a preview of its output', () => {
		const preview = previewOf(place);
		expect(preview).toMatchObject({ type: 'object', version: 1 });
		expect(Object.keys(preview.properties)).not.toHaveLength(0);
		expect(fieldsWithoutKind(preview)).toEqual([]);
	});

	test('has a row in the catalogue for each of its routes', () => {
		const rows = catalogue().filter(
			(row) =>
				row.node === node.name &&
				row.resource === resource.value &&
				row.operation === operation.value,
		);
		expect(rows.map(({ method, path }) => `${method} ${path}`)).toEqual(
			operation.runner.endpoints.map(({ method, path }) => `${method} ${path}`),
		);
		expect(rows).not.toHaveLength(0);
		for (const { source } of rows) expect(source).not.toBe('');
	});
});

describe.each(actionNodes)('$name', (node) => {
	const operations = allOperations([node]).map(({ operation }) => operation);

	test('has no action twice', () => {
		expect(repeated(operations.map(({ action }) => action))).toEqual([]);
	});

	test('stores no resource and no operation under the same value twice', () => {
		expect(repeated(node.resources.map(({ value }) => value))).toEqual([]);
		for (const { operations: own } of node.resources) {
			expect(repeated(own.map(({ value }) => value))).toEqual([]);
		}
	});
});

test.each<[string, readonly AnyEndpoint[], number]>([
	['v3', v3Endpoints, 29],
	['tech', techEndpoints, 58],
	['legacy', legacyEndpoints, 18],
])('every route of %s can be reached through an operation that names it', (name, all, count) => {
	const reached = new Set(
		catalogue()
			.filter(({ resource, surface }) => resource !== 'apiRequest' && surface === name)
			.map(({ method, path }) => `${method} ${path}`),
	);
	const routes = all.map(({ method, path }) => `${method} ${path}`);
	expect(routes).toHaveLength(count);
	expect(routes.filter((route) => !reached.has(route))).toEqual([]);
});
