import type { IDataObject } from 'n8n-workflow';
import type { Access, Contender, FlowNode } from '../engine/flow';

/** Names of the contenders, as the tables show them. */
export const OURS = 'Wazzup';
export const PLAIN = 'HTTP Request, as it is';
export const SPACED = 'HTTP Request, 500 per 5 s';
export const EXPERT = 'HTTP Request, by an expert';
export const FLOOR = 'No Operation';

/** n8n's batching options at the pace that Wazzup allows. */
export const spacing: IDataObject = {
	batching: { batch: { batchSize: 500, batchInterval: 5000 } },
};

/** n8n's HTTP Request node with the API key in a Header Auth credential. */
export function httpRequest(parameters: IDataObject): FlowNode {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.5,
		parameters: {
			authentication: 'genericCredentialType',
			genericAuthType: 'httpHeaderAuth',
			...parameters,
		},
		credentials: ['httpHeaderAuth'],
	};
}

/** A POST of a JSON body. @param jsonBody an expression */
export const httpPost = (url: string, jsonBody: string, options: IDataObject = {}): FlowNode =>
	httpRequest({ method: 'POST', url, sendBody: true, specifyBody: 'json', jsonBody, options });

/** The same with the partner's login in a Basic Auth credential. */
export function basicPost(url: string, jsonBody: string): FlowNode {
	const post = httpPost(url, jsonBody);
	return {
		...post,
		parameters: { ...post.parameters, genericAuthType: 'httpBasicAuth' },
		credentials: ['httpBasicAuth'],
	};
}

/** The same with the token that the node before it got. */
export function tokenPost(url: string, jsonBody: string): FlowNode {
	const post = httpPost(url, jsonBody);
	const authorization = { name: 'Authorization', value: '=Bearer {{ $json.data.access_token }}' };
	return {
		...post,
		parameters: {
			...post.parameters,
			authentication: 'none',
			sendHeaders: true,
			headerParameters: { parameters: [authorization] },
		},
		credentials: [],
	};
}

/** This package's Wazzup node. */
export function wazzup(parameters: IDataObject): FlowNode {
	return {
		type: 'n8n-nodes-wazzup24.wazzup',
		typeVersion: 1,
		parameters,
		credentials: ['wazzupApi'],
	};
}

export const noOperation: FlowNode = {
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	parameters: {},
};

/** Contenders of a scenario whose input items are the same for all of them. */
export function contendersOf(
	items: (count: number, access: Access) => IDataObject[],
	ways: Record<string, (access: Access, count: number) => FlowNode[]>,
): Contender[] {
	return Object.entries(ways).map(([label, nodes]) => ({
		label,
		flow: (count, access) => ({ items: items(count, access), nodes: nodes(access, count) }),
	}));
}
