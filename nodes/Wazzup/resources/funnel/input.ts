import { idsAsText, type EntityInput } from '../../../shared/fields/entityInput';
import { isObject, withoutEmpty } from '../../../shared/parameters';

/** The fields of a sales funnel, however they are given. */
export const funnelInput: EntityInput = {
	noun: 'funnel',
	keys: ['id', 'name', 'stages'],
	fields: [
		{
			displayName: 'Funnel ID',
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 10',
			description: 'ID of the funnel (pipeline) in your CRM, at most 100 characters',
		},
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
						{
							displayName: 'Stage ID',
							name: 'id',
							type: 'string',
							default: '',
							placeholder: 'e.g. 11',
							description: 'ID of the stage in your CRM, at most 100 characters',
						},
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
		id: parameters.text('id'),
		name: parameters.text('name'),
		stages: parameters.rows('stages', 'stage'),
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
};
