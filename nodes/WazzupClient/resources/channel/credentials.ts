import type { INodeProperties } from 'n8n-workflow';
import { sortBy } from 'lodash';
import { sameCode } from '../../../../api/codes';
import { techTransports, type CredentialField } from '../../../../api/tech/channels';
import type { Parameters } from '../../../shared/parameters';

/** How each credential is asked for; which ones show is up to the transport. */
const asked: Record<
	CredentialField,
	Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'placeholder'> & { secret?: true }
> = {
	code: {
		displayName: 'Code',
		name: 'code',
		description: 'The code that Avito gave when the owner allowed access',
		secret: true,
	},
	username: {
		displayName: 'Username',
		name: 'username',
		description: 'Name of the Instagram account',
		placeholder: 'e.g. my_shop',
	},
	page_id: {
		displayName: 'Page ID',
		name: 'pageId',
		description: 'ID of the Facebook page that the Instagram account belongs to',
		placeholder: 'e.g. 102030405060708',
	},
	inst_id: {
		displayName: 'Instagram ID',
		name: 'instId',
		description: 'ID of the Instagram business account',
		placeholder: 'e.g. 17841400000000001',
	},
	user_token: {
		displayName: 'User Token',
		name: 'userToken',
		description: 'Access token of the user, from your own Meta app',
		secret: true,
	},
	telegram_token: {
		displayName: 'Bot Token',
		name: 'telegramToken',
		description: 'Token of the Telegram bot, as BotFather gives it',
		secret: true,
	},
	access_token: {
		displayName: 'Access Token',
		name: 'accessToken',
		description: 'Token of the MAX bot',
		secret: true,
	},
};

const credentialFields = Object.entries(asked).map(
	([credential, { secret, ...texts }]): INodeProperties => ({
		...texts,
		type: 'string',
		...(secret && { typeOptions: { password: true } }),
		// Not `required`: with a transport from an expression n8n shows all of them, and would ask for all.
		default: '',
		displayOptions: {
			show: {
				transport: techTransports
					.filter(({ credentials }) => credentials.some((one) => one === credential))
					.map(({ value }) => value),
			},
		},
	}),
);

/** The kind of channel, and what its messenger asks for. */
export const transportFields: INodeProperties[] = [
	{
		displayName: 'Transport',
		name: 'transport',
		type: 'options',
		options: sortBy(techTransports, 'name').map(({ name, value, mark }) => ({
			name,
			value,
			...(mark === 'inferred' && {
				description: `Wazzup does not document how it spells this one: "${value}" is a guess`,
			}),
		})),
		default: 'whatsapp',
		description: 'The kind of channel to add',
	},
	...credentialFields,
];

/**
 * The body of a new channel: the credentials of its transport and no other ones. A transport that is in no list gets those that are given.
 * Throws an input error for one that is missing.
 */
export function readChannel(parameters: Parameters) {
	const transport = parameters.required('transport', 'Transport').trim();
	const known = techTransports.find(({ value }) => sameCode(value, transport));
	const wanted = known?.credentials ?? (Object.keys(asked) as CredentialField[]);
	const credentials: Partial<Record<CredentialField, string>> = {};
	for (const credential of wanted) {
		const { name, displayName } = asked[credential];
		const given = parameters.text(name);
		const value = known ? parameters.required(name, displayName, given) : given;
		if (value !== undefined) credentials[credential] = value.trim();
	}
	return { transport, credentials };
}
