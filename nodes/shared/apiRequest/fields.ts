import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { returnAllOrLimit } from '../fields/returnAll';
import type { AnyRoutes } from './route';

/** Method, path, query and body of a request to any route. */
export const apiRequestFields = ({ prefix, example }: AnyRoutes): INodeProperties[] => [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		options: [
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
		default: 'GET',
		description: 'HTTP method of the request',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: `e.g. ${example}`,
		description: `Route from ${prefix} on. Host and secret come from the credential; full addresses are refused.`,
	},
	{
		displayName: 'Query Parameters',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Parameter' },
		placeholder: 'Add Parameter',
		default: {},
		options: [
			{
				displayName: 'Parameter',
				name: 'parameters',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. offset',
						description: 'Name of the parameter',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 100',
						description: 'Value of the parameter; an empty one is left out',
					},
				],
			},
		],
	},
	...updateDisplayOptions({ show: { method: ['GET'] } }, returnAllOrLimit),
	...updateDisplayOptions({ show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } }, [
		{
			displayName: 'Body (JSON)',
			name: 'body',
			type: 'json',
			typeOptions: { rows: 6 },
			default: '{}',
			description: 'Body of the request as JSON; empty for none',
		},
		{
			displayName: 'Safe to Repeat',
			name: 'safeToRepeat',
			type: 'boolean',
			default: false,
			description:
				'Whether a second, identical request does no harm. Switched on, it is sent again after a lost connection or an internal error of Wazzup; switched off, it never is.',
		},
	]),
];
