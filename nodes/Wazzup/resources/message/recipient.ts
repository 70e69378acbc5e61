import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { chatTypesOf } from '../../../../api/v3/channels';
import { cleanAddress } from '../../../shared/fields/address';
import { chatTypeOptions } from '../../../shared/fields/chatType';
import { channelLocator } from '../../../shared/fields/locators';
import { readSendTo, sendToFields } from '../../../shared/fields/sendTo';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';
import { readChannels } from '../channel/readChannels';

const AUTOMATIC = 'auto';

/** Through which channel, and to whom. */
export const recipientFields: INodeProperties[] = [
	channelLocator,
	{
		displayName: 'Chat Type',
		name: 'chatType',
		type: 'options',
		options: [
			{
				name: 'Same as Channel',
				value: AUTOMATIC,
				description: 'A chat with one person in the messenger of the channel',
			},
			...chatTypeOptions,
		],
		default: AUTOMATIC,
		description: 'The messenger. Choose it for group chats, or to save a look-up of the channel.',
	},
	...sendToFields,
];

/** Reads channel and recipient of one item. Throws an input error that names the empty field. */
export async function readRecipient(parameters: Parameters, run: Run): Promise<IDataObject> {
	const channelId = parameters.required('channelId', 'Channel', parameters.picked('channelId'));
	const chosen = parameters.text('chatType') ?? AUTOMATIC;
	const recipient = readSendTo(parameters);
	const chatType = chosen === AUTOMATIC ? await chatTypeOf(channelId, parameters, run) : chosen;
	return { channelId, ...cleanAddress({ chatType, ...recipient }) };
}

/** A channel never changes its messenger, so what was read once stays true for the whole process. */
const transports = new Map<string, string>();

async function chatTypeOf(channelId: string, parameters: Parameters, run: Run): Promise<string> {
	const { account } = run.connection(parameters.itemIndex);
	const key = `${account} ${channelId}`;
	if (!transports.has(key)) {
		for (const channel of await readChannels(run, parameters.itemIndex)) {
			transports.set(`${account} ${channel.channelId}`, channel.transport ?? '');
		}
	}
	const transport = transports.get(key);
	if (transport === undefined) {
		return parameters.refuse(
			`This Wazzup account has no channel ${channelId}`,
			'Pick the channel from the list; it may have been deleted or belong to another account.',
		);
	}
	return (
		chatTypesOf(transport)?.direct ??
		parameters.refuse(
			`The channel's messenger "${transport}" is not known to this node`,
			'Choose the Chat Type yourself.',
		)
	);
}
