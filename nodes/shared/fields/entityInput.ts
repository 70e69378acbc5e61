import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { mapValues, omit, pick } from 'lodash';
import { isObject, withoutEmpty, type Parameters } from '../parameters';
import { additionalFields, readAdditionalFields } from './additionalFields';

/** How the fields of an entity are given; what an operation adds is the fields themselves. */
export interface EntityInput {
	/** `contact`, as texts call it. */
	noun: string;
	/** Names of the fields that an input item or a JSON object may carry. */
	keys: readonly string[];
	/** The fields of the form. */
	fields: INodeProperties[];
	/** Reads the form. */
	fromForm: (parameters: Parameters) => IDataObject;
	/** A JSON text that shows the form of one entity. */
	example: string;
	/** Brings what a person gave into Wazzup's form: ids as text, clean phone numbers. */
	tidy: (entity: IDataObject) => IDataObject;
	/** Whether Wazzup may know fields that no document names. */
	open?: boolean;
}

/** The same fields for a change: only the id is needed, and what is empty is not sent. */
export function changeOf(input: EntityInput): EntityInput {
	const fields = input.fields.map((field) =>
		field.name === 'id'
			? field
			: {
					...omit(field, 'required'),
					// A row that waits to be filled in would be sent.
					default: field.type === 'fixedCollection' ? {} : field.default,
				},
	);
	return { ...input, fields };
}

/** *Fields* (typed, from the input, or JSON), and the fields that each way needs. */
export function entityFields({
	noun,
	keys,
	fields,
	example,
	open,
}: EntityInput): INodeProperties[] {
	const shownFor = (modes: string | string[], properties: INodeProperties[]) =>
		updateDisplayOptions({ show: { dataMode: [modes].flat() } }, properties);
	return [
		{
			displayName: 'Data to Send',
			name: 'dataMode',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Define Below for Each Item',
					value: 'defineBelow',
					description: `Fill in the fields of the ${noun}`,
				},
				{
					name: 'Map Automatically From Input Fields',
					value: 'autoMapInputData',
					description: `Take the input fields that have the names of the ${noun}'s fields`,
				},
				{
					name: 'JSON',
					value: 'json',
					description: `Give one ${noun} or a list of them as JSON`,
				},
			],
			default: 'defineBelow',
			description: `Where the ${noun} comes from`,
		},
		...shownFor('defineBelow', fields),
		...shownFor('autoMapInputData', [
			{
				displayName: `Input fields that are used: ${keys.join(', ')}. Other fields are left out.`,
				name: 'autoMapNotice',
				type: 'notice',
				default: '',
			},
		]),
		// In a JSON text every field has its place already.
		...(open ? shownFor(['defineBelow', 'autoMapInputData'], [additionalFields]) : []),
		...shownFor('json', [
			{
				displayName: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} (JSON)`,
				name: 'entitiesJson',
				type: 'json',
				typeOptions: { rows: 8 },
				default: example,
				required: true,
				description: `One ${noun} as an object, or several as an array`,
			},
		]),
	];
}

/** The entities that one input item stands for. Throws an input error when there is none. */
export function readEntities(parameters: Parameters, input: EntityInput): unknown[] {
	const tidy = (value: unknown) => (isObject(value) ? input.tidy(withoutEmpty(value)) : value);
	const fill = (known: IDataObject) =>
		tidy({ ...readAdditionalFields(parameters), ...withoutEmpty(known) });
	switch (parameters.get('dataMode')) {
		case 'json': {
			const value = parameters.json('entitiesJson', 'JSON');
			const list = Array.isArray(value) ? (value as unknown[]) : [value];
			if (list.length === 0 || value === undefined) {
				parameters.refuse(
					`The JSON holds no ${input.noun}`,
					`Give one ${input.noun}, or a list of them.`,
				);
			}
			return list.map(tidy);
		}
		case 'autoMapInputData': {
			const found = pick(parameters.input, input.keys);
			if (Object.keys(found).length === 0) {
				parameters.refuse(
					`The input item has none of the fields of a ${input.noun}`,
					`Name its fields ${input.keys.join(', ')}, or choose another way under Data to Send.`,
				);
			}
			return [fill(found)];
		}
		default:
			return [fill(input.fromForm(parameters))];
	}
}

/** Ids that a table gives as numbers, as the texts that Wazzup wants; everything else stays. */
export function idsAsText(entity: IDataObject, names: readonly string[]): IDataObject {
	return mapValues(entity, (value, name) =>
		typeof value === 'number' && names.includes(name) ? String(value) : value,
	);
}
