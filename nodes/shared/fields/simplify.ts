import type { INodeProperties } from 'n8n-workflow';

/** Simplify, as n8n shows it where a reply has more than ten fields. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};
