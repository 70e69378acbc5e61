import type { INodeProperties } from 'n8n-workflow';
import { deleteChannel } from '../../../../api/tech/channels';
import type { Operation } from '../../../shared/operation';
import { techDelete } from '../../../shared/tech/deletion';
import { channelLocator, readChannelId } from '../../fields/channel';

const deleteChats: INodeProperties = {
	displayName: 'Delete Chats',
	name: 'deleteChats',
	type: 'boolean',
	default: false,
	description: 'Whether to delete the conversations of the channel, too. This cannot be undone.',
};

export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete channel',
	description: 'Remove a channel for good, with its conversations or without them',
	fields: [channelLocator, deleteChats],
	runner: techDelete({
		endpoint: deleteChannel,
		id: readChannelId,
		request: (channel_id, parameters) => ({
			path: { channel_id },
			query: { delete_chats: parameters.flag(deleteChats.name) },
		}),
	}),
};
