import type { IDataObject } from 'n8n-workflow';
import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../../api/endpoint';
import type { Runner } from '../operation';
import type { Parameters } from '../parameters';
import type { Run } from '../run';
import { callOn, type CallFunction } from '../transport/call';
import { inLanes } from './lanes';

/** Of what takes more than one request, or none. */
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
							await options.steps(
								run.parameters(itemIndex),
								callOn(run.connection(itemIndex), { itemIndex }),
								run,
							),
					);
					if (made === undefined) return;
					for (const json of Array.isArray(made) ? made : [made]) run.deliver(itemIndex, json);
				},
			);
		},
	};
}
