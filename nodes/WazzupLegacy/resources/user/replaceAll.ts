import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { getLegacyUsers, legacyUser, replaceLegacyUsers } from '../../../../api/legacy/users';
import { entityFields } from '../../../shared/fields/entityInput';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { replaceUsers } from './replacing';
import { userInput } from './input';

const switches: INodeProperties[] = [
	{
		displayName: 'Only Count',
		name: 'onlyCount',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether to change nothing and only tell how many users would be replaced and how many would be gone',
	},
	{
		displayName: 'Allow Empty List',
		name: 'allowEmptyList',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether input without any user deletes all users in Wazzup. Switched off, such input is refused.',
	},
];

/** What a replacement comes to. */
const replacement = z.object({
	/** Users in Wazzup before. */
	usersBefore: z.number(),
	/** Users in the list. */
	usersNow: z.number(),
	/** Those before that are not in the list. */
	usersGone: z.number(),
	/** Set where nothing was changed. */
	onlyCounted: z.boolean().optional(),
});

export const replaceAll: Operation = {
	value: 'replaceAll',
	name: 'Replace All',
	action: 'Replace all users',
	description:
		'Replace the whole list of employees: all input items go as one list, and every user that is not in it is deleted',
	fields: [
		notice(
			'replaceNotice',
			'All input items together become the list of users. Wazzup deletes every user that is not among them. The output says how many there were and how many are gone; switch on Only Count to learn it beforehand.',
		),
		...entityFields(userInput),
		...switches,
	],
	runner: {
		endpoints: [getLegacyUsers, replaceLegacyUsers],
		output: legacyUser.partial().extend(replacement.shape),
		run: replaceUsers,
	},
};
