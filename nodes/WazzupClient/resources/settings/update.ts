import type { IDataObject } from 'n8n-workflow';
import { isNil, omitBy } from 'lodash';
import { getSettings, replaceSettings, settingsReply } from '../../../../api/tech/settings';
import { additionalFields, readAdditionalFields } from '../../../shared/fields/additionalFields';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import {
	isObject,
	pickedValue,
	readFlag,
	readList,
	withoutEmpty,
	type Parameters,
} from '../../../shared/parameters';
import { raw } from '../../../shared/tech/reply';
import { changesField, listMode } from './fields';
import { writeSettings } from './write';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update settings',
	description:
		'Change settings of the account, e.g. give a user a role on a channel; all other settings stay as they are',
	fields: [
		notice(
			'updateNotice',
			'Wazzup replaces all settings at once, so they are read, changed and sent back, once for all input items of an account. What somebody else changes in between is lost. No document lists all settings; Additional Fields (JSON) takes those that Wazzup support tells you.',
		),
		changesField,
		listMode,
		additionalFields,
		raw,
	],
	runner: {
		endpoints: [getSettings, replaceSettings],
		output: settingsReply,
		run: async (run) => await writeSettings(run, readChange),
	},
};

/** Throws an input error when an item changes nothing. */
function readChange(parameters: Parameters): unknown {
	// What cannot be read must not fail an item whose settings are written.
	parameters.flag(raw.name);
	const mode = parameters.text(listMode.name) ?? listMode.default;
	const {
		userRoles: roles,
		hidePhoneNumbersForUserIds: ids,
		pushMessageEvents: push,
	} = omitBy(parameters.collection(changesField.name, true), isNil);
	// An empty list empties what it replaces; otherwise it changes nothing.
	const list = <Entry>(entries: Entry[]) =>
		entries.length > 0 || mode === 'replace' ? entries : undefined;
	const settings = withoutEmpty({
		...readAdditionalFields(parameters),
		user_roles: roles === undefined ? roles : list(rolesOf(roles, mode === 'remove')),
		hide_phone_numbers_for_user_ids: ids === undefined ? ids : list(readList(ids)),
		push_input_output_message_events_for_managers: readFlag(push),
	});
	if (Object.keys(settings).length === 0) {
		parameters.refuse('There is nothing to change', 'Add a setting under Settings to Change.');
	}
	return { mode, settings };
}

function rolesOf(given: unknown, isRemoval: boolean): IDataObject[] {
	const rows = isObject(given) && Array.isArray(given.roles) ? (given.roles as unknown[]) : [];
	return rows.filter(isObject).map(({ channelId, userId, role, allowGetNewClients }) =>
		withoutEmpty({
			channel_id: pickedValue(channelId),
			user_id: String(pickedValue(userId) ?? ''),
			...(!isRemoval && { role }),
			...(!isRemoval &&
				role === 'seller' && { allow_get_new_clients: readFlag(allowGetNewClients) }),
		}),
	);
}
