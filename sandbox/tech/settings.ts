import { getSettings, replaceSettings } from '../../api/tech/settings';
import type { Answer, Call, Route } from '../surface';
import { accountOf, ok } from './answer';
import { readBody } from './checks';

const unset = {
	user_roles: [],
	hide_phone_numbers_for_user_ids: [],
	push_input_output_message_events_for_managers: false,
};

const get = (call: Call): Answer => ok(call, { ...unset, ...accountOf(call).settings });

/** The body takes the place of everything. */
function replace(call: Call): Answer {
	accountOf(call).settings = readBody(replaceSettings, call);
	return get(call);
}

export const settingsRoutes: Route[] = [
	{ endpoint: getSettings, answer: get },
	{ endpoint: replaceSettings, answer: replace },
];
