import { z } from 'zod/v4';

/** What the body of a refused request says. */
export interface ErrorBody {
	/** As Wazzup spells it; compare it with `sameCode`. */
	code?: string;
	description?: string;
	/**
	 * What belongs to the code: an object, a list, or a status code for `testPostNotPassed`.
	 * On tech: the single complaints, as sentences.
	 */
	data?: unknown;
	requestId?: string;
}

const longestText = 200;
const record = z.record(z.string(), z.unknown());

/**
 * Reads the body of a refused request: the general envelope, the newer one with `status` and `requestId`, the nested
 * `{ error: { code } }`, `{ code }` (A.1), an `errors` list, tech's `{ code, title, detail, errors }` (tech 1.1), JSON that
 * came as text, and plain text or HTML, kept short.
 * An empty or unreadable body gives `{}`. Never throws.
 */
export function readErrorBody(body: unknown): ErrorBody {
	if (typeof body === 'string') return readText(body);
	if (Array.isArray(body)) return body.length > 0 ? readErrorBody(body[0]) : {};
	const envelope = record.safeParse(body).data;
	if (!envelope) return {};

	const { error, errors, code, title, detail, description, message, data, requestId } = envelope;
	const complaints = Array.isArray(errors) ? errors.filter(isText) : [];
	// A nested error says more about itself than the envelope around it does.
	const inner =
		typeof error === 'object' || (errors !== undefined && complaints.length === 0)
			? readErrorBody(error ?? errors)
			: {};
	const named = [code, error].find(isCode);
	const texts = [description, message, detail, title, error]
		.filter(isText)
		.filter((text) => text !== named);
	const described = sentence(texts[0], complaints);
	return withoutGaps({
		code: inner.code ?? named,
		description: inner.description ?? (described === undefined ? undefined : short(described)),
		data: inner.data ?? data ?? (complaints.length > 0 ? complaints : undefined),
		requestId: inner.requestId ?? (isText(requestId) ? requestId : undefined),
	});
}

/** What a refusal says in general, with what it says in particular: `Some fields do not fit: id should not be empty`. */
function sentence(general: string | undefined, particulars: string[]): string | undefined {
	if (particulars.length === 0) return general;
	const list = particulars.join('; ');
	return general === undefined ? list : `${general.replace(/[.:\s]+$/, '')}: ${list}`;
}

const isText = (value: unknown): value is string =>
	typeof value === 'string' && value.trim() !== '';

/** A code is one word: `Bad Request` is a description. */
const isCode = (value: unknown): value is string =>
	typeof value === 'string' && /^\w+$/.test(value);

function readText(text: string): ErrorBody {
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed === 'object') return readErrorBody(parsed);
	} catch {
		// Not JSON: a proxy's page or a plain sentence.
	}
	const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(text)?.[1];
	const words = (title ?? text)
		.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ');
	const description = short(words);
	return description === '' ? {} : { description };
}

function short(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > longestText ? `${line.slice(0, longestText - 1).trimEnd()}…` : line;
}

function withoutGaps(body: ErrorBody): ErrorBody {
	return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** An entry that made Wazzup refuse a list. */
export interface BadEntity {
	/** Its place in the request, from 0. */
	index: number;
	/** The fields that Wazzup objects to; empty where it names none. */
	fields: string[];
}

const badEntity = z.object({
	index: z.coerce.number().int().min(0),
	fields: z.array(z.string()).nullish(),
});

/** `deals.3.name should not be empty`, `contacts.0.contact_data.1.property x should not exist`. */
const complaintAtPlace = /^\w+[.[](\d+)\]?\.((?:\w+\.)*)(?:property )?(\w+)/;

/** The place that a complaint of tech names. No document shows one in a list, so this is read only where it is found. */
function readComplaint(text: string): unknown {
	const [, index, folder = '', field = ''] = complaintAtPlace.exec(text) ?? [];
	return index === undefined ? undefined : { index, fields: [folder + field] };
}

const duplicatePhone = z.object({ phone: z.coerce.string() });

/**
 * The entries to which the `data` of an error body objects, each once, in the order of the request.
 * `INVALID_*_DATA` names them by index (A.10, A.11), tech may do so in sentences. `DUPLICATE_PHONE_NUMBER` names a phone
 * number: with the `sent` entries given, those that carry it are found, all but the first when several do, since one may
 * keep it.
 * Empty when the entries can't be told.
 */
export function badEntities(data: unknown, sent: readonly unknown[] = []): BadEntity[] {
	if (!Array.isArray(data)) return entitiesWithPhone(data, sent);
	const fieldsByIndex = new Map<number, Set<string>>();
	for (const entry of data) {
		const bad = badEntity.safeParse(isText(entry) ? readComplaint(entry) : entry).data;
		if (!bad) continue;
		const fields = fieldsByIndex.get(bad.index) ?? new Set();
		for (const field of bad.fields ?? []) fields.add(field);
		fieldsByIndex.set(bad.index, fields);
	}
	return [...fieldsByIndex]
		.sort(([a], [b]) => a - b)
		.map(([index, fields]) => ({ index, fields: [...fields] }));
}

function entitiesWithPhone(data: unknown, sent: readonly unknown[]): BadEntity[] {
	const phone = duplicatePhone.safeParse(data).data?.phone;
	if (phone === undefined) return [];
	const carriers = sent.flatMap((entity, index) =>
		record.safeParse(entity).data?.phone === phone ? [{ index, fields: ['phone'] }] : [],
	);
	return carriers.length > 1 ? carriers.slice(1) : carriers;
}
