import type { INodeProperties } from 'n8n-workflow';
import { channelReply, submitPassword as endpoint } from '../../../../api/tech/channels';
import { readAdditionalFields } from '../../../shared/fields/additionalFields';
import type { Operation } from '../../../shared/operation';
import { inPart } from '../../../shared/tech/part';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelLocator, readChannelId } from '../../fields/channel';

const password: INodeProperties = {
	displayName: 'Password',
	name: 'password',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		'The two-factor password of the messenger account, sent as "password". Leave it empty when Additional Fields (JSON) has it under another name.',
};

const isText = (value: unknown): value is string => typeof value === 'string';

export const submitPassword: Operation = {
	value: 'submitPassword',
	name: 'Submit Password',
	action: 'Submit two factor password of channel',
	description: 'Hand in the two-factor password of a channel that waits for it',
	fields: [
		...inPart(
			'No document shows fields of this request, or its reply: the name "password" is a guess.',
			[channelLocator, password],
		),
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => {
			const more = readAdditionalFields(parameters);
			const given = parameters.text(password.name);
			if (Object.keys(more).length === 0) {
				parameters.required(password.name, password.displayName, given);
			}
			return {
				path: { channel_id: readChannelId(parameters) },
				body: { ...more, ...(given !== undefined && { password: given }) },
			};
		},
		// Whatever it is called: the name is a guess.
		secrets: ({ body }) => Object.values(body ?? {}).filter(isText),
		output: channelReply.partial(),
	}),
};
