import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { channelReply, createChannel } from '../../../../api/tech/channels';
import { notice } from '../../../shared/fields/notice';
import type { Operation } from '../../../shared/operation';
import { isObject } from '../../../shared/parameters';
import { raw, techItems } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { readChannel, transportFields } from './credentials';

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create channel',
	description:
		'Add a channel and get its ID. QR codes come as events; where the reply has a URL, a person signs in there.',
	fields: [
		notice(
			'eventsNotice',
			'QR codes and changes of state come as events only: subscribe to the channel events before you add a channel. The customer can also connect it without you: see Get Connect Link.',
		),
		...transportFields,
		raw,
	],
	runner: techPerItem({
		endpoint: createChannel,
		request: (parameters) => ({ body: readChannel(parameters) }),
		items: (reply, _sent, parameters) => {
			const items = techItems(reply, parameters);
			if (parameters.flag(raw.name)) return items;
			return (items.length > 0 ? items : [{ success: true }]).map(withChannelId);
		},
		output: channelReply.extend({ note: z.string().optional() }),
	}),
};

/** The item with the channel's id where the other operations look for it, or with a note that the reply does not tell it. */
function withChannelId(item: IDataObject): IDataObject {
	const id = channelIdIn(item);
	if (id !== undefined) return { ...item, channel_id: id };
	return {
		...item,
		note: 'Wazzup added the channel, but its reply does not tell the ID. The event channel.create and Channel → Get Many do.',
	};
}

/** No document shows the reply: the id may be called otherwise, stand further inside, or be all that comes. */
function channelIdIn({ channel, channels, reply, ...item }: IDataObject): string | undefined {
	const places: unknown[] = [item, channel, channels].flat();
	const objects = places.filter(isObject);
	return [
		...objects.flatMap(({ channel_id, channelId }) => [channel_id, channelId]),
		...objects.flatMap(({ id, guid }) => [id, guid]),
		...[channel, reply],
	]
		.filter((value) => typeof value === 'string' || typeof value === 'number')
		.map(String)
		.find((value) => value !== '');
}
