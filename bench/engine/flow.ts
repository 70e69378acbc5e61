import type { IDataObject } from 'n8n-workflow';

/** Where the sandbox of a run listens, and with which keys. */
export interface Access {
	url: string;
	apiKey: string;
	techUrl: string;
	partner: { email: string; password: string };
	/** Accounts of that partner's customers, made for the run. */
	accounts: string[];
}

/** One node of a chain, as a workflow stores it. */
export interface FlowNode {
	type: string;
	typeVersion: number;
	parameters: IDataObject;
	/** Types of the credentials that it uses. */
	credentials?: string[];
}

/** Input items and the nodes that they go through, one after the other. */
export interface Flow {
	items: IDataObject[];
	nodes: FlowNode[];
}

/** A way to do the work of a scenario. */
export interface Contender {
	label: string;
	flow: (count: number, access: Access) => Flow;
}

/** What one process is told to do. */
export interface Job {
	scenario: string;
	contender: string;
	count: number;
	/** The sandbox that is measured, and another one to get warm on. */
	access: Access;
	warmUp: Access;
	/** Items of the first, unmeasured run. */
	warmUpCount: number;
	packageFolder: string;
}

/** What one process measured of itself. */
export interface Measured {
	/** From the start of the workflow to its end. */
	seconds: number;
	/** Of this process, user and system. */
	cpuSeconds: number;
	/** How far the process grew, in bytes, above what it had before the run. */
	growth: number;
	/** What the run's data hold of the heap after a garbage collection, in bytes. */
	held: number;
	/** Output items of the last node. */
	items: number;
	/** What stopped the workflow. */
	error?: string;
}
