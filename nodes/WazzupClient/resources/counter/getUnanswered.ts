import { z } from 'zod/v4';
import { getUnanswered as endpoint } from '../../../../api/tech/counters';
import type { Operation } from '../../../shared/operation';
import { contentOf, raw, techItems } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { readUserId, userLocator } from '../../fields/user';

export const getUnanswered: Operation = {
	value: 'getUnanswered',
	name: 'Get Unanswered',
	action: 'Get unanswered chats of user',
	description:
		'Retrieve how many chats wait for an answer of the user, and the color (red or grey) in which to show it. The user needs a role on a channel.',
	fields: [
		userLocator('User', 'userId', 'The employee whose unanswered chats are counted', true),
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => ({ path: { user_id: readUserId(parameters) } }),
		// Wazzup's answer does not say whose it is.
		items: (reply, { path }, parameters) =>
			techItems(reply, parameters).map((item) =>
				parameters.flag(raw.name) ? item : { user_id: path?.user_id, ...item },
			),
		output: z.intersection(z.object({ user_id: z.string() }), contentOf(endpoint.reply)),
	}),
};
