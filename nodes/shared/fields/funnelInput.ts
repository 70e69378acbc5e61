import type { INodeProperties } from 'n8n-workflow';
import { isObject, pickedValue, withoutEmpty } from '../parameters';
import { idsAsText, type EntityInput } from './entityInput';

const funnelId: INodeProperties = {
	displayName: 'Funnel ID',
	name: 'id',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 10',
	description: 'ID of the funnel (pipeline) in your CRM, at most 100 characters',
};

const stageId: INodeProperties = {
	displayName: 'Stage ID',
	name: 'id',
	type: 'string',
	default: '',
	placeholder: 'e.g. 11',
	description: 'ID of the stage in your CRM, at most 100 characters',
};

/**
 * The fields of a sales funnel, however they are given.
 * @param ids the two fields of ids, both named `id`, where they are pickers
 */
export const funnelInput = (ids = { funnel: funnelId, stage: stageId }): EntityInput => ({
	noun: 'funnel',
	keys: ['id', 'name', 'stages'],
	fields: [
		ids.funnel,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Wholesale',
			description: 'Name of the funnel, at most 100 characters',
		},
		{
			displayName: 'Stages',
			name: 'stages',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Stage' },
			placeholder: 'Add Stage',
			default: {},
			description: 'Stages of the funnel in their order',
			options: [
				{
					displayName: 'Stage',
					name: 'stage',
					values: [
						ids.stage,
						{
							displayName: 'Name',
							name: 'name',
							type: 'string',
							default: '',
							placeholder: 'e.g. First call',
							description: 'Name of the stage, at most 100 characters',
						},
					],
				},
			],
		},
	],
	fromForm: (parameters) => ({
		id: parameters.picked('id'),
		name: parameters.text('name'),
		stages: parameters
			.rows('stages', 'stage')
			.map((stage) => ({ ...stage, id: pickedValue(stage.id) })),
	}),
	example:
		'[\n  {\n    "id": "10",\n    "name": "Wholesale",\n    "stages": [{ "id": "11", "name": "First call" }, { "id": "12", "name": "Contract" }]\n  }\n]',
	tidy: (entity) => {
		const { stages, ...funnel } = idsAsText(entity, ['id']);
		// Wazzup refuses an empty list of stages; without stages there is no list.
		if (stages === undefined || (Array.isArray(stages) && stages.length === 0)) return funnel;
		if (!Array.isArray(stages)) return { ...funnel, stages };
		const list = stages as unknown[];
		return {
			...funnel,
			stages: list.map((stage) =>
				isObject(stage) ? idsAsText(withoutEmpty(stage), ['id']) : stage,
			),
		};
	},
});
