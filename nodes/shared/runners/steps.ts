import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint, ReplyOf } from '../../../api/endpoint';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import type { Run } from '../run';
import { apiError } from '../transport/errors';
import { request, type Call } from '../transport/request';
import { inLanes } from './lanes';

export interface StepsOptions {
	endpoints: readonly AnyEndpoint[];
	output: z.ZodType;
	/** Everything that is done for one item; `call` throws when a request fails. */
	steps: (
		parameters: Parameters,
		call: CallFunction,
		run: Run,
	) => Promise<IDataObject | IDataObject[]>;
}

export type CallFunction = <E extends AnyEndpoint>(call: Call<E>) => Promise<ReplyOf<E>>;

/** Sends a request and throws the NodeApiError when it fails; for operations that take several requests an item. */
export function callFor(run: Run, itemIndex: number): CallFunction {
	return async (call) => {
		const outcome = await request(run.connection, call);
		if (!outcome.ok) throw apiError(run.node, outcome.failure, { itemIndex });
		return outcome.reply;
	};
}

/** Several requests an item, or one that other items share through `run.once`. */
export function steps(options: StepsOptions): Runner {
	return {
		endpoints: options.endpoints,
		output: options.output,
		async run(run) {
			await inLanes(
				run.itemIndexes,
				() => undefined,
				async (itemIndex) => {
					if (run.stopped) return;
					const made = await run.attempt(
						itemIndex,
						async () =>
							await options.steps(run.parameters(itemIndex), callFor(run, itemIndex), run),
					);
					if (made === undefined) return;
					for (const json of Array.isArray(made) ? made : [made]) run.deliver(itemIndex, json);
				},
			);
		},
	};
}
