import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import {
	getWabaTemplates,
	templateVariables as variablesOf,
	type WabaTemplate,
} from '../../../api/v3/templates';
import { readRows } from '../../shared/runners/paged';
import { caller } from '../../shared/fields/listSearch';

/** The variables of the chosen template as fields, in the order in which Wazzup fills them. */
export async function templateVariables(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = this.getNodeParameter('templateId', '', { extractValue: true });
	if (!chosen) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const [template] = await readRows<typeof getWabaTemplates, WabaTemplate>(
		await caller(this),
		{ endpoint: getWabaTemplates, rows: (reply) => reply },
		1,
		({ templateGuid }) => templateGuid === chosen,
	);
	if (!template) {
		return {
			fields: [],
			emptyFieldsNotice: 'Wazzup does not know this template. Pick one from the list.',
		};
	}
	// With the number, under which n8n tells which one is missing.
	const fields = variablesOf(template).map(({ name, example }, index) => ({
		id: String(index + 1),
		displayName: `${index + 1}. ${name}${example ? `, e.g. ${example}` : ''}`,
		type: 'string' as const,
		required: true,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
	}));
	return { fields, emptyFieldsNotice: 'This template has no variables.' };
}
