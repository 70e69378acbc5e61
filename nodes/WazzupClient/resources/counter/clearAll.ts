import { clearUnanswered } from '../../../../api/tech/counters';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { steps } from '../../../shared/runners/steps';
import { contentOf, raw, techItems } from '../../../shared/tech/reply';
import { apiError } from '../../../shared/transport/errors';
import { request } from '../../../shared/transport/request';

export const clearAll: Operation = {
	value: 'clearAll',
	name: 'Clear All',
	action: 'Clear all unanswered chats',
	description: 'Mark all chats of the account as answered, for every user. This cannot be undone.',
	fields: [
		notice(
			'clearNotice',
			'All chats of the account count as answered afterwards, for every user. This cannot be undone. Items of the same account share one request.',
		),
		raw,
	],
	runner: steps({
		endpoints: [clearUnanswered],
		output: contentOf(clearUnanswered.reply),
		steps: async (parameters, _call, run) => {
			const { itemIndex } = parameters;
			// What cannot be read must not fail an item whose request is done.
			parameters.flag(raw.name);
			const connection = run.connection(itemIndex);
			const outcome = await run.once(
				`clear ${connection.account}`,
				async () => await request(connection, { endpoint: clearUnanswered }),
			);
			if (!outcome.ok) throw apiError(run.node, outcome.failure, { itemIndex });
			return techItems(outcome.reply, parameters);
		},
	}),
};
