import { z } from 'zod/v4';
import { getUnanswered, unansweredReply } from '../../../../api/v3/unanswered';
import { userLocator } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operation';
import { perItem } from '../../../shared/runners/perItem';

export const getUnansweredCount: Operation = {
	value: 'getUnansweredCount',
	name: 'Get Unanswered Count',
	action: 'Get unanswered count of user',
	description:
		'Retrieve how many messages of the last 7 days the user has not answered: red are their own chats, grey the ones they supervise',
	fields: [
		userLocator('User', 'userId', 'The employee whose unanswered messages are counted', true),
	],
	runner: perItem({
		endpoint: getUnanswered,
		request: (parameters) => ({
			path: { userId: parameters.required('userId', 'User', parameters.picked('userId')) },
		}),
		// Wazzup's answer does not say whose it is.
		items: (reply, { path }) => ({ userId: path?.userId, ...reply }),
		output: unansweredReply.extend({ userId: z.string() }),
	}),
};
