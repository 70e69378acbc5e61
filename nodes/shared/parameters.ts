import {
	jsonParse,
	type IDataObject,
	type IExecuteFunctions,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { inputError } from './input';

/** The parameters of a node as one input item sees them. Empty fields read as absent. */
export class Parameters {
	constructor(
		private readonly functions: IExecuteFunctions,
		readonly itemIndex: number,
	) {}

	/** The input item's own data. */
	get input(): IDataObject {
		return this.functions.getInputData()[this.itemIndex]?.json ?? {};
	}

	/** The value as n8n resolves it; undefined when the parameter is not shown. */
	get(name: string): NodeParameterValueType | object | undefined {
		// Without a fallback n8n throws for a parameter that is not there, and undefined counts as none.
		return this.functions.getNodeParameter(name, this.itemIndex, null) ?? undefined;
	}

	/** A text; undefined when empty. Numbers that expressions give are read as text. */
	text(name: string): string | undefined {
		return readText(this.get(name));
	}

	/** The id of a picker (From List, By ID), or of a plain field; undefined when empty. */
	picked(name: string): string | undefined {
		return readText(
			this.functions.getNodeParameter(name, this.itemIndex, null, { extractValue: true }),
		)?.trim();
	}

	/** An id of which the type counts: a number stays one, a text is trimmed; undefined when empty. Plain field or picker. */
	id(name: string): string | number | undefined {
		const value = this.functions.getNodeParameter(name, this.itemIndex, null, {
			extractValue: true,
		});
		return typeof value === 'number' ? value : readText(value)?.trim();
	}

	/** A switch, also as the text that a table or an AI gives; false when it is not shown. Throws for anything else. */
	flag(name: string): boolean {
		const value = readFlag(this.get(name) ?? false);
		return typeof value === 'boolean'
			? value
			: this.refuse(`${name} is neither true nor false`, 'Give true or false.');
	}

	/** Limit of a list: all of them with Return All, otherwise a whole number from 1 on. Throws for anything else. */
	limit(): number {
		if (this.flag('returnAll')) return Infinity;
		const limit = Number(this.get('limit') ?? 50);
		return Number.isInteger(limit) && limit > 0
			? limit
			: this.refuse('Limit is not a whole number from 1 on', 'Give a number like 50.');
	}

	/** The fields of a collection. Empty ones are left out unless asked for, since they must not reach the wire. */
	collection(name: string, withEmpty = false): IDataObject {
		const value = this.get(name);
		if (!isObject(value)) return {};
		return withEmpty ? value : withoutEmpty(value);
	}

	/** The rows of a fixed collection with one kind of row. */
	rows(name: string, kind: string): IDataObject[] {
		const value = this.get(`${name}.${kind}`);
		return Array.isArray(value) ? value.filter(isObject).map(withoutEmpty) : [];
	}

	/** A JSON field: text that holds JSON, or what an expression already made of it; undefined when empty. Throws when it is no JSON. */
	json(name: string, displayName: string): unknown {
		const value = this.get(name);
		if (typeof value !== 'string') return value;
		if (value.trim() === '') return undefined;
		const broken = Symbol('broken');
		const parsed: unknown = jsonParse<unknown>(value, { fallbackValue: broken });
		if (parsed === broken)
			this.refuse(
				`The field ${displayName} does not hold valid JSON`,
				'Check quotes, commas and brackets.',
			);
		return parsed;
	}

	/** A list of ids: an array from an expression, or text with commas or line breaks between them. */
	list(name: string): string[] {
		return readList(this.get(name));
	}

	/** The text that must be there. Throws, with the field's name, when it is empty. */
	required(name: string, displayName: string, value = this.text(name)): string {
		if (value !== undefined) return value;
		const given = this.get(name);
		const isPicker = isObject(given) && 'mode' in given;
		return typeof given === 'boolean' || (typeof given === 'object' && !isPicker)
			? this.refuse(`${displayName} is not a text`, `Give a text for ${displayName}.`)
			: this.refuse(`${displayName} is empty`, `Fill in ${displayName}.`);
	}

	/** Stops this item with a message and the way to mend it. */
	refuse(message: string, fix: string): never {
		throw inputError(this.functions.getNode(), this.itemIndex, message, fix);
	}
}

/** The id that a picker holds, e.g. in a row; any other value stays as it is. */
export const pickedValue = <T>(value: T) =>
	isObject(value) && '__rl' in value ? value.value : value;

function readText(value: unknown): string | undefined {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Tables and CSV files hold switches as texts or digits; anything else is left as it is, for a check to name. */
export function readFlag<T>(value: T): T | boolean {
	const text = String(value).trim().toLowerCase();
	if (text === 'true' || text === '1') return true;
	if (text === 'false' || text === '0') return false;
	return value;
}

/** The texts of a list: an array as it is, a text split at commas and line breaks, without blanks around and between. */
export function readList(value: unknown): string[] {
	const parts = Array.isArray(value) ? (value as unknown[]) : String(value ?? '').split(/[,\n]/);
	return parts.map((part) => String(part ?? '').trim()).filter((part) => part !== '');
}

/** {@link readList} of ids of which the type counts: numbers of an array stay numbers. */
export function readIds(value: unknown): Array<string | number> {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts.flatMap((part): Array<string | number> =>
		typeof part === 'number' ? [part] : readList(part),
	);
}

/** An object in the sense of JSON: no list, and not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same object without fields that are undefined, null or empty text. */
export function withoutEmpty(object: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(object).filter(
			([, value]) => value !== undefined && value !== null && value !== '',
		),
	);
}
