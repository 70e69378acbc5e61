import type { IDataObject } from 'n8n-workflow';
import { differenceBy, uniqBy } from 'lodash';
import { z } from 'zod/v4';
import { dataOf } from '../../../../api/tech/common';
import { replaceSettings, settingsReply, userRole } from '../../../../api/tech/settings';
import { isObject, withoutEmpty } from '../../../shared/parameters';

/** All settings of an account, as they are sent. */
export const settingsContract = replaceSettings.body;
export type Settings = z.input<typeof settingsContract>;

/** What a role is known by: a user has one on a channel. */
const roleKey = userRole.pick({ channel_id: true, user_id: true });
type RoleKey = z.infer<typeof roleKey>;

/** Settings of which lists say what is to be taken out of them. */
const removal = settingsContract.extend({ user_roles: z.array(roleKey).optional() });

/**
 * What one input item wants to be changed. `mode` is for the entries of lists: they are joined with those that are there,
 * taken out of them, or put in their place. Other settings take the value that is given.
 */
export const changeContract = z.discriminatedUnion('mode', [
	z.object({ mode: z.literal('add'), settings: settingsContract }),
	z.object({ mode: z.literal('replace'), settings: settingsContract }),
	z.object({ mode: z.literal('remove'), settings: removal }),
]);
export type Change = z.infer<typeof changeContract>;

/** The settings after a change. What the change does not mention stays as it is. */
export function changed(current: Settings, change: Change): Settings {
	const { user_roles: roles = [], hide_phone_numbers_for_user_ids: hidden = [] } = current;
	if (change.mode === 'replace') return { ...current, ...change.settings };
	if (change.mode === 'remove') {
		const { user_roles, hide_phone_numbers_for_user_ids: shown, ...others } = change.settings;
		return {
			...current,
			...others,
			...(user_roles && { user_roles: without(roles, user_roles, nameOf) }),
			...(shown && { hide_phone_numbers_for_user_ids: without(hidden, shown, String) }),
		};
	}
	const { user_roles, hide_phone_numbers_for_user_ids: added } = change.settings;
	return {
		...current,
		...change.settings,
		...(user_roles && { user_roles: joined(roles, user_roles, nameOf) }),
		...(added && { hide_phone_numbers_for_user_ids: joined(hidden, added, String) }),
	};
}

const nameOf = ({ channel_id, user_id }: RoleKey) => JSON.stringify([channel_id, user_id]);

const without = <Key, Entry extends Key>(
	current: Entry[],
	taken: Key[],
	name: (entry: Key) => string,
): Entry[] => {
	const names = new Set(taken.map(name));
	return current.filter((entry) => !names.has(name(entry)));
};

/** An added entry takes the place of one that is there, and of an earlier one that is added. */
const joined = <Entry>(
	current: Entry[],
	added: Entry[],
	name: (entry: Entry) => string,
): Entry[] => [
	...differenceBy(current, added, name),
	...uniqBy([...added].reverse(), name).reverse(),
];

/** Whether an object looks like the settings of an account. */
export const tellsSettings = (data: unknown): data is IDataObject =>
	isObject(data) && Object.keys(settingsReply.shape).some((name) => name in data);

/**
 * The settings of a reply, in the form in which they are sent back: ids as texts, nothing that is null. What no document
 * names stays in them, since a write would remove it. Undefined where the reply does not tell them: to write on top of
 * nothing would remove them all.
 */
export function settingsOf(reply: unknown): IDataObject | undefined {
	const data = dataOf(reply);
	// In an envelope there may be none yet; without one, the reply has to look like settings.
	if (!isObject(data) || (data === reply && !tellsSettings(data))) return undefined;
	// Settings without an envelope may have its time beside them.
	const {
		meta: _meta,
		user_roles: roles,
		hide_phone_numbers_for_user_ids: hidden,
		...others
	} = data;
	return withoutEmpty({
		...others,
		user_roles: Array.isArray(roles) ? (roles as unknown[]).map(roleOf) : roles,
		hide_phone_numbers_for_user_ids: Array.isArray(hidden) ? hidden.map(String) : hidden,
	});
}

const roleOf = (role: unknown) => {
	if (!isObject(role)) return role;
	const { user_id: id } = role;
	return withoutEmpty({ ...role, user_id: typeof id === 'number' ? String(id) : id });
};
