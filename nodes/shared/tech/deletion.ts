import { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import { perItem, type PerItemOptions, type Sent } from '../runners/perItem';

const deletedItem = z.object({ deleted: z.boolean(), id: z.string(), note: z.string().optional() });

/** Deletes one thing an item: `{ deleted: true, id }`. An id that Wazzup does not know fails its item. */
export function techDelete<E extends AnyEndpoint>(options: {
	endpoint: E;
	id: (parameters: Parameters) => string;
	request: (id: string, parameters: Parameters) => Sent<E>;
	lane?: PerItemOptions<E>['lane'];
}): Runner {
	const { endpoint, id, request, lane } = options;
	return perItem<E>({
		endpoint,
		lane,
		request: (parameters) => request(id(parameters), parameters),
		items: (_reply, _sent, parameters) => ({ deleted: true, id: id(parameters) }),
		// An id that a repeat did not find was deleted by the attempt whose answer was lost.
		recover: ({ answer, mayHaveHappened }, _sent, parameters) =>
			mayHaveHappened && answer.kind === 'answer' && answer.status === 404
				? {
						deleted: true,
						id: id(parameters),
						note: 'The first answer was lost, and the repeat did not find this ID any more.',
					}
				: undefined,
		output: deletedItem,
	});
}
