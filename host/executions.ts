import { z } from 'zod/v4';

const Failure = z.looseObject({
	message: z.string(),
	name: z.string().optional(),
	description: z.string().nullish(),
	httpCode: z.string().nullish(),
});

const Item = z.looseObject({
	json: z.record(z.string(), z.unknown()),
	pairedItem: z.unknown().optional(),
	binary: z.record(z.string(), z.unknown()).optional(),
	error: z.unknown().optional(),
});

const NodeRun = z.looseObject({
	executionStatus: z.string().optional(),
	error: Failure.optional(),
	hints: z.array(z.looseObject({ message: z.string() })).optional(),
	data: z.record(z.string(), z.array(z.array(Item).nullable())).optional(),
});

const ResultData = z.looseObject({
	runData: z.record(z.string(), z.array(NodeRun)).default({}),
	error: Failure.optional(),
});

/** Empty while the execution has not begun. */
const ExecutionData = z.looseObject({ resultData: ResultData.optional() }).optional();

/** What `GET /rest/executions/:id` answers; `data` is a flatted text. */
export const StoredExecution = z.looseObject({
	id: z.string(),
	status: z.string(),
	mode: z.string(),
	workflowId: z.string(),
	data: z.string(),
});

/** One row of `GET /rest/executions`. */
export const ExecutionRow = z.looseObject({
	id: z.string(),
	workflowId: z.string(),
	status: z.string(),
	mode: z.string(),
});

export type ExecutionRow = z.output<typeof ExecutionRow>;
export type Item = z.output<typeof Item>;
export type NodeRun = z.output<typeof NodeRun>;
export type Failure = z.output<typeof Failure>;

/** The outcome of one execution, readable. */
export class Execution {
	readonly id: string;
	/** n8n's status: success, error, crashed, canceled, waiting, running, new */
	readonly status: string;
	/** n8n's mode: manual, trigger, webhook, ... */
	readonly mode: string;
	/** What ended the execution early. */
	readonly error: Failure | undefined;
	/** All that n8n has stored, as flatted text: also what an execution that was cut off began with. */
	readonly stored: string;
	/** Every run of every node that ran, by node name. */
	readonly runs: Record<string, NodeRun[]>;

	private constructor(stored: z.output<typeof StoredExecution>, data: unknown) {
		this.id = stored.id;
		this.status = stored.status;
		this.mode = stored.mode;
		this.stored = stored.data;
		const result = ExecutionData.parse(data)?.resultData;
		this.runs = result?.runData ?? {};
		this.error = result?.error;
	}

	/** Decodes what `GET /rest/executions/:id` answered. */
	static async read(stored: z.output<typeof StoredExecution>): Promise<Execution> {
		// flatted declares its types as an ES module only, which a CommonJS file can import in no other way.
		const { parse } = await import('flatted');
		return new Execution(stored, parse(stored.data));
	}

	/**
	 * The items that a node put out, of all its runs, in order.
	 *
	 * @param output the index of the output: 0 is the first, an error output comes after the regular ones
	 * @throws Error when no node of this name ran
	 */
	items(nodeName: string, output = 0): Item[] {
		const runs = this.runs[nodeName];
		if (runs === undefined) {
			throw new Error(
				`Node "${nodeName}" did not run; these did: ${Object.keys(this.runs).join(', ') || 'none'}. ${this.summary()}`,
			);
		}
		return runs.flatMap((run) => run.data?.main?.[output] ?? []);
	}

	/** The `json` of items(). */
	json(nodeName: string, output = 0): Array<Record<string, unknown>> {
		return this.items(nodeName, output).map((item) => item.json);
	}

	/** One line on how the execution ended, for messages. */
	summary(): string {
		const why = this.error
			? `: ${[this.error.message, this.error.description].filter(Boolean).join(' ')}`
			: '';
		return `Execution ${this.id} (${this.mode}) ended with status ${this.status}${why}`;
	}
}
