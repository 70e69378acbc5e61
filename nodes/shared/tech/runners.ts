import { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import { entitiesOf } from '../../../api/tech/common';
import { isObject, type Parameters } from '../parameters';
import { paged, type PagedOptions } from '../runners/paged';
import { perItem, type PerItemOptions, type Sent } from '../runners/perItem';
import type { Runner } from '../operation';
import { contentOf, raw, techItems } from './reply';

/** One request an item on tech; what is in `data` comes out, unless the operation shows {@link raw} and it is on. */
export function techPerItem<E extends AnyEndpoint>(options: PerItemOptions<E>): Runner {
	return perItem({
		items: (reply, _sent, parameters) => techItems(reply, parameters),
		output: contentOf(options.endpoint.reply),
		...options,
		request: async (parameters, run) => {
			// What cannot be read must not fail an item whose request is done.
			parameters.flag(raw.name);
			return await options.request(parameters, run);
		},
	});
}

/** One thing by its ID. A reply that holds nothing fails the item, since no document says that Wazzup answers with 404. */
export function techGet<E extends AnyEndpoint>(options: {
	endpoint: E;
	/** `WABA template`, as texts call it. */
	noun: string;
	id: (parameters: Parameters) => string;
	request: (id: string, parameters: Parameters) => Sent<E>;
}): Runner {
	const { endpoint, noun, id, request } = options;
	return techPerItem({
		endpoint,
		request: (parameters) => request(id(parameters), parameters),
		items: (reply, _sent, parameters) =>
			entitiesOf(reply).length > 0
				? techItems(reply, parameters)
				: parameters.refuse(
						`The account has no ${noun} with the ID "${id(parameters)}"`,
						`Check the ID; the Get Many of the ${noun}s lists those that it has.`,
					),
	});
}

/** A list on tech, with Return All or Limit and {@link raw}: one item a row, or one a page as Wazzup sends it. */
export function techList<E extends AnyEndpoint, Row extends object>(
	options: Pick<PagedOptions<E, Row>, 'endpoint' | 'filter' | 'item' | 'query'> & {
		/** Contract of one row. A row that does not fit it is left out of no list: it comes as it is. */
		row: z.ZodType<Row>;
	},
): Runner {
	const { row, ...list } = options;
	return paged<E, Row>({
		...list,
		// Which keys a row has is known from some accounts only, so rows are not checked.
		rows: (reply) => entitiesOf(reply).filter(isObject) as Row[],
		raw: (parameters: Parameters) => parameters.flag(raw.name),
		output: row,
	});
}
