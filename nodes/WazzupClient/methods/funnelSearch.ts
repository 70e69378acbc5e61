import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { getPipelines } from '../../../api/tech/pipelines';
import { matching } from '../../shared/fields/listSearch';
import { pickedValue } from '../../shared/parameters';
import { callerOf } from '../../shared/tech/account';
import { funnelLocator } from '../fields/funnel';

/** Funnels by name. */
export async function searchFunnels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return { results: matching((await readFunnels(this)).map(asRow), filter) };
}

/** Stages of the chosen funnel, in its order; none while no known funnel is chosen. */
export async function searchStages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const funnelId = String(pickedValue(this.getCurrentNodeParameter(funnelLocator.name)) ?? '');
	if (funnelId === '') return { results: [] };
	const funnels = await readFunnels(this);
	const stages = funnels.find(({ id }) => String(id) === funnelId)?.stages ?? [];
	return { results: matching(stages.map(asRow), filter) };
}

async function readFunnels(functions: ILoadOptionsFunctions) {
	const call = await callerOf(functions);
	return (await call({ endpoint: getPipelines })).data;
}

const asRow = ({ id, name }: { id: string | number; name?: string | null }) => ({
	name: name ?? String(id),
	value: String(id),
});
