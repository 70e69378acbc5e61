import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { WazzupClient } from '../nodes/WazzupClient/WazzupClient.node';
import type { Sandbox } from '../sandbox';
import { runNode, type EngineRun } from '../test/engine/harness';
import type { Evidence, Told } from './judge';

/** What the Wazzup node needs to reach the sandbox. */
export const asOwner = (sandbox: Sandbox) => ({
	credentials: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
});

/** The Wazzup Client node with the partner login: a token that is refused is replaced. */
export const asPartner = ({ partner, techUrl }: Sandbox) =>
	({
		nodeType: new WazzupClient(),
		credentialType: 'wazzupPartnerApi',
		credentials: { ...partner, baseUrl: techUrl },
	}) satisfies Partial<EngineRun>;

/** Parameters of the partner login. */
export const forAccount = (accountId: string) => ({ authentication: 'partnerLogin', accountId });

/** A picker's value as a workflow stores it. */
export const picked = (value: string) => ({ __rl: true, mode: 'id', value });

/** What a node told of its items, one by one. */
export type Report = Evidence['told'];

export interface ReportedRun extends EngineRun {
	/** Is shown each output item that claims success, with the input item that it belongs to. */
	onItem?: (item: number, json: IDataObject) => void;
	/** Is shown each item of the error output. */
	onFailure?: (json: IDataObject) => void;
}

/**
 * Runs a node in n8n's engine, with the error output, and reads what it told of each input item.
 * @param toldIn what an output item says, where it is not simply `done`
 */
export async function report(
	{ onItem, onFailure, ...run }: ReportedRun,
	toldIn: (json: IDataObject) => Told = () => 'done',
): Promise<Report> {
	const { run: ended } = await runNode({ ...run, onError: 'continueErrorOutput' });
	const [node] = ended.data.resultData.runData.Wazzup?.slice(-1) ?? [];
	const [done, failed] = node?.data?.main ?? [];
	for (const item of done ?? []) onItem?.(indexOf(item), item.json);
	for (const item of failed ?? []) onFailure?.(item.json);
	return [
		...(done ?? []).map((item) => ({ item: indexOf(item), as: toldIn(item.json) })),
		...(failed ?? []).map((item) => ({ item: indexOf(item), as: toldInError(item.json) })),
	];
}

/** An item without `pairedItem` belongs to nobody, which the judge refuses. */
function indexOf({ pairedItem }: INodeExecutionData): number {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : NaN;
}

/** What an error item says: whether Wazzup may have acted, or what remains of it. */
export function toldInError({ error, details }: IDataObject): Told {
	const known = (details ?? {}) as IDataObject;
	const words = `${String(error)} ${String(known.description)}`;
	const isSaid =
		known.mayHaveHappened === true || /stays with Wazzup|has been carried out/.test(words);
	return isSaid ? 'unsure' : 'failed';
}
