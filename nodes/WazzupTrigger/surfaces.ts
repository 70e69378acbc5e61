import type { IHookFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Surface, TriggerFunctions } from './surface';
import { tech } from './tech';
import { v3 } from './v3';

/** As the editor offers them. */
export const surfaces: readonly Surface[] = [v3, tech];

/** The surface that a person has chosen. A workflow that was saved before there was a choice has v3. */
export function surfaceOf(functions: TriggerFunctions | ILoadOptionsFunctions): Surface {
	const name = functions.getNodeParameter('surface', v3.name);
	return surfaces.find((surface) => surface.name === name) ?? v3;
}

/** Takes back what the node has registered, also on a surface that it had before its parameters were changed. */
export async function removeAll(functions: IHookFunctions): Promise<boolean> {
	let isDone = true;
	for (const { lifecycle } of surfaces) isDone = (await lifecycle.remove(functions)) && isDone;
	return isDone;
}
