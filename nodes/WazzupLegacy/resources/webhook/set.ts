import { z } from 'zod/v4';
import { setLegacyWebhooks } from '../../../../api/legacy/webhooks';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

/** What Wazzup says about the earlier address, in a sentence. */
function noteOf(changed: boolean | undefined, address: string | null): string {
	if (changed === undefined)
		return 'Wazzup does not say whether the earlier address was another one.';
	if (!changed) {
		return address === null ? 'There was no address before either.' : 'It was this address before.';
	}
	return address === null
		? 'The earlier address receives nothing any more.'
		: 'The earlier address was another one, or none; if there was one, it receives nothing any more.';
}

export const set: Operation = {
	value: 'set',
	name: 'Set',
	action: 'Set webhook address',
	description:
		'Set the one address of the account to which all events are delivered, or switch deliveries off. The earlier address stops receiving.',
	fields: [
		notice(
			'webhookNotice',
			'An account has one address: a new one takes the place of the earlier one, also of one that a Wazzup Trigger or another integration has set. While this runs, Wazzup posts a test to the address and needs the status 200 back. An empty address switches the deliveries off.',
		),
		{
			displayName: 'Webhook URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://crm.example.com/wazzup?token=abc',
			description: 'Address that Wazzup can reach. Left empty, nothing is delivered any more.',
		},
	],
	runner: perItem({
		endpoint: setLegacyWebhooks,
		request: (parameters) => ({ body: { url: parameters.text('url')?.trim() ?? null } }),
		items: (reply, { body }, _parameters, repeated) => {
			// After a lost answer Wazzup compares with the address that the first attempt has set.
			const changed = repeated && !reply.webhooksUrlChanged ? undefined : reply.webhooksUrlChanged;
			const webhooksUrl = reply.webhooksUrl ?? null;
			return {
				webhooksUrl,
				...(typeof changed === 'boolean' && { webhooksUrlChanged: changed }),
				note: noteOf(changed ?? undefined, body?.url ?? null),
			};
		},
		output: z.object({
			webhooksUrl: z.string().nullable(),
			webhooksUrlChanged: z.boolean().optional(),
			note: z.string(),
		}),
	}),
};
