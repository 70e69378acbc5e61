import { getSettings } from '../../../../api/tech/settings';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get settings',
	description:
		'Retrieve the settings of the account: roles of users on channels, and for whom phone numbers are hidden',
	fields: [
		notice('settingsNotice', 'No document lists all settings: there may be others than expected.'),
		raw,
	],
	runner: techPerItem({ endpoint: getSettings, request: () => ({}) }),
};
