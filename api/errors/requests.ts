import type { Explanations } from './explanation';

const entities = (what: string) => ({
	what: `Wazzup refused the whole request because some ${what} in it are incomplete or too long.`,
	fix: 'Look at the fields named for each entry: required ones have to be there, IDs and names have to keep their length limits, and the list must not be empty. Then send the request again.',
});

const tooMany = {
	what: 'The request carried more than the 100 entries that Wazzup takes at once.',
	fix: 'Send at most 100 contacts, deals or users per request.',
};

const subscription = {
	what: 'Wazzup posted {"test": true} to the webhook address and did not get status 200 back.',
	fix: 'Make sure that the address can be reached from the internet over HTTPS, that nothing in front of it (a login, a firewall, a proxy) turns Wazzup away, and that it answers 200 within 30 seconds. In n8n, the workflow has to be listening.',
};

/** Codes of every route but the ones that send, edit and delete messages (A.1, A.8, A.10, A.11, A.12, A.14). */
export const requestCodes: Explanations = {
	FORBIDDEN: {
		what: 'This API key has no access to this route.',
		fix: "The account probably uses Wazzup's own amoCRM or Bitrix24 integration. Its key reaches channels, messages, webhooks and WABA templates only. Contacts, deals, users, funnels, the chat window and the unanswered counter need the key of an API integration.",
	},
	TOO_MANY_ENTITIES: tooMany,
	// Older pages spell it this way.
	TOO_MACH_ENTITIES: tooMany,
	NO_SUCH_ACCOUNT: {
		what: 'Wazzup knows no account for this API key.',
		fix: 'Copy the key again from the API integration in your Wazzup account. If the account was closed or the integration was removed, connect it again to get a new key.',
	},
	uriNotValid: {
		what: 'Wazzup does not take the webhook address: it is not a well-formed URL.',
		fix: 'Give the full address with https:// at the start, at most 200 characters, without spaces.',
	},
	testPostNotPassed: subscription,
	WEBHOOKS_REQUEST_ERROR: subscription,
	INVALID_USERS_DATA: entities('users'),
	INVALID_CONTACTS_DATA: entities('contacts'),
	INVALID_DEALS_DATA: entities('deals'),
	INVALID_PIPELINES_DATA: {
		what: 'Wazzup refused the funnels because some funnel or stage in them is incomplete or too long.',
		fix: 'Give every funnel and every stage an ID and a name of at most 100 characters. A funnel without stages is sent without the list of stages: an empty list is refused.',
	},
	USER_LIMIT_EXCEEDED: {
		what: 'The account already has as many users as Wazzup allows (1,000).',
		fix: 'Delete users who no longer work with chats, then add the new ones.',
	},
	DUPLICATE_PHONE_NUMBER: {
		what: 'Another user already has this phone number.',
		fix: 'Give each user a phone number of their own, or leave the number out: it is only used for the mobile app.',
	},
	INVALID_USER: {
		what: 'Wazzup does not know the user for whom the chat window is to open.',
		fix: 'Create the user first (User → Create or Update), and give the same user ID here.',
	},
};
