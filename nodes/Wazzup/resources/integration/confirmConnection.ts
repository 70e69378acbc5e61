import { z } from 'zod/v4';
import { confirmConnection as endpoint } from '../../../../api/v3/integrations';
import { additionalFields, readAdditionalFields } from '../../../shared/fields/additionalFields';
import { notice } from '../../../shared/fields/notice';
import { replyItem } from '../../../shared/fields/reply';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

export const confirmConnection: Operation = {
	value: 'confirmConnection',
	name: 'Confirm Connection',
	action: 'Confirm connection of client',
	description: 'Finish connecting a client who came from the marketplace to your redirect URL',
	fields: [
		notice(
			'confirmNotice',
			'The output may contain the API key of the client: treat it as a secret. No document shows all fields of this request; Additional Fields (JSON) takes those that Wazzup support tells you.',
		),
		{
			displayName: 'State',
			name: 'state',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. the state parameter of the redirect',
			description: 'The state with which the client came to your redirect URL',
		},
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The secret with which the CRM was registered in the marketplace',
		},
		{
			displayName: 'CRM Key',
			name: 'crmKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A text of your choice. Wazzup then sends it with every webhook as Authorization: Bearer, so that your server knows who calls.',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. My CRM',
			description: 'Name of the connection',
		},
		additionalFields,
	],
	runner: perItem({
		endpoint,
		request: (parameters) => {
			const crmKey = parameters.text('crmKey');
			const name = parameters.text('name');
			return {
				body: {
					...readAdditionalFields(parameters),
					state: parameters.required('state', 'State').trim(),
					secret: parameters.required('secret', 'Secret'),
					...(crmKey !== undefined && { crmKey }),
					...(name !== undefined && { name }),
				},
			};
		},
		items: (reply) => ({ connected: true, ...replyItem(reply) }),
		output: z.looseObject({ connected: z.boolean() }),
	}),
};
