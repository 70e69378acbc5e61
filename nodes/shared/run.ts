import {
	NodeApiError,
	NodeOperationError,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { Parameters } from './parameters';
import type { Connection } from './transport/connection';
import type { FailureDetails, NodeError } from './transport/errors';

/** Which account an input item is about: one for all of them, or the one that it names. */
export type Accounts = (parameters: Parameters) => Connection;

/** One execution of a node: its items, their accounts, and what has come out so far. */
export class Run {
	readonly node: INode;
	readonly itemCount: number;
	private readonly outputs: INodeExecutionData[][] = [];
	private readonly shared = new Map<string, Promise<unknown>>();
	private readonly failures: Array<{ itemIndex: number; error: NodeError }> = [];
	private readonly delivered = new Set<number>();
	private knownIndex?: string;

	constructor(
		readonly functions: IExecuteFunctions,
		private readonly accounts: Accounts,
	) {
		this.node = functions.getNode();
		this.itemCount = functions.getInputData().length;
	}

	get continueOnFail(): boolean {
		return this.functions.continueOnFail();
	}

	/** Whether nothing further may be started: something failed and the node does not continue on fail, or the execution was cancelled. */
	get stopped(): boolean {
		if (this.functions.getExecutionCancelSignal()?.aborted) return true;
		return this.hasFailed && !this.continueOnFail;
	}

	/** Whether anything did not go through so far. */
	get hasFailed(): boolean {
		return this.failures.length > 0;
	}

	/** Which run of the node it is in its execution. Asked for once: an expression costs n8n about as much as the rest of an item. */
	get index(): string {
		this.knownIndex ??= String(this.functions.evaluateExpression('{{ $runIndex }}', 0));
		return this.knownIndex;
	}

	parameters(itemIndex: number): Parameters {
		return new Parameters(this.functions, itemIndex);
	}

	/** The account of an input item. Throws an input error where it names none. */
	connection(itemIndex: number): Connection {
		return this.accounts(this.parameters(itemIndex));
	}

	/** Indexes of all input items. */
	get itemIndexes(): number[] {
		return [...Array(this.itemCount).keys()];
	}

	/** Does something once for all items of this execution, e.g. reads the channels. */
	async once<T>(key: string, make: () => Promise<T>): Promise<T> {
		const known = this.shared.get(key) as Promise<T> | undefined;
		if (known) return await known;
		const made = make();
		this.shared.set(key, made);
		return await made;
	}

	/** Adds an output item that belongs to an input item, with its files if it has some. */
	deliver(itemIndex: number, json: IDataObject, binary?: IBinaryKeyData): void {
		this.delivered.add(itemIndex);
		this.place(itemIndex, { json, ...(binary && { binary }), pairedItem: { item: itemIndex } });
	}

	/**
	 * Notes that an input item, or one entity of it, did not go through. `about` says which entity.
	 * The item has only the keys by which n8n knows an error item; `error` on the item itself would make n8n drop the details.
	 */
	fail(itemIndex: number, error: NodeError, about: IDataObject = {}): void {
		this.failures.push({ itemIndex, error });
		const known = error.context.wazzup as FailureDetails | undefined;
		const details = withoutUndefined({ ...about, description: error.description, ...known });
		this.place(itemIndex, {
			json: { error: error.message, details },
			pairedItem: { item: itemIndex },
		});
	}

	/** Runs the part of an item that reads and checks its input; what it throws becomes that item's error. */
	async attempt<T>(itemIndex: number, part: () => Promise<T> | T): Promise<T | undefined> {
		try {
			return await part();
		} catch (error) {
			this.fail(itemIndex, asNodeError(this.node, error, itemIndex));
			return undefined;
		}
	}

	/** Ends the run before anything is done. */
	stop(message: string): never {
		throw new NodeOperationError(this.node, message);
	}

	/**
	 * The output in the order of the input. Where the node does not continue on fail, the first failure is thrown
	 * and says how much had already gone through, since that cannot be taken back.
	 */
	finish(): INodeExecutionData[] {
		const [first] = this.failures.sort((one, other) => one.itemIndex - other.itemIndex);
		if (first && !this.continueOnFail) {
			const { error } = first;
			const more = this.failures.length - 1;
			const rest = [
				this.delivered.size > 0 &&
					`${this.delivered.size} of ${this.itemCount} items had already gone through.`,
				more > 0 && `${more} more failed as well.`,
			].filter(Boolean);
			if (rest.length > 0)
				error.description = `${error.description ?? ''} ${rest.join(' ')}`.trim();
			throw error;
		}
		return this.outputs.flat();
	}

	private place(itemIndex: number, item: INodeExecutionData): void {
		(this.outputs[itemIndex] ??= []).push(item);
	}
}

function asNodeError(node: INode, error: unknown, itemIndex: number): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		error.context.itemIndex ??= itemIndex;
		return error;
	}
	return new NodeOperationError(node, error instanceof Error ? error : String(error), {
		itemIndex,
	});
}

function withoutUndefined(object: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
