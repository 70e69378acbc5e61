import type { IDataObject } from 'n8n-workflow';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import {
	apiKey,
	capture as captureNode,
	expectRequest as expectAnyRequest,
	type Capture,
	type CapturedReply,
	type CapturedRequest,
} from '../capture';

/** Runs the Wazzup Legacy node against a server that only writes down what comes. */
export const capture = async (
	parameters: IDataObject,
	replies: CapturedReply | CapturedReply[] = {},
	items?: IDataObject[],
): Promise<Capture> =>
	await captureNode(parameters, replies, { nodeType: new WazzupLegacy(), ...(items && { items }) });

/** Checks one request, with the raw key after the word Basic. */
export function expectRequest(
	request: CapturedRequest | undefined,
	expected: Parameters<typeof expectAnyRequest>[1],
): void {
	expectAnyRequest(request, expected, `Basic ${apiKey}`);
}
