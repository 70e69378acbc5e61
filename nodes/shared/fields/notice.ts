import type { INodeProperties } from 'n8n-workflow';

/** A sentence that the editor shows above the fields it is about. */
export const notice = (name: string, text: string): INodeProperties => ({
	displayName: text,
	name,
	type: 'notice',
	default: '',
});
