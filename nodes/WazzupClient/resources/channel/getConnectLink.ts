import type { INodeProperties } from 'n8n-workflow';
import { sortBy } from 'lodash';
import { techTransports } from '../../../../api/tech/channels';
import { getConnectLink as endpoint } from '../../../../api/tech/links';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { channelPicker } from '../../fields/channel';

const anyTransport = 'any';

const transport: INodeProperties = {
	displayName: 'Transport',
	name: 'transport',
	type: 'options',
	options: [
		{ name: 'Any', value: anyTransport, description: 'The customer chooses on the page' },
		...sortBy(
			techTransports.filter(({ connectsByLink }) => connectsByLink),
			'name',
		).map(({ name, value }) => ({ name, value })),
	],
	default: anyTransport,
	description: 'The kind of channel that the customer connects',
};

export const getConnectLink: Operation = {
	value: 'getConnectLink',
	name: 'Get Connect Link',
	action: 'Get link to connect channel',
	description:
		'Create a link to a page on which the customer connects a channel, e.g. scans a QR code. The result comes as an event.',
	fields: [
		transport,
		channelPicker('Channel', 'A channel that is there already and is to be connected again'),
		raw,
	],
	runner: techPerItem({
		endpoint,
		request: (parameters) => {
			const kind = parameters.text(transport.name)?.trim();
			const channel_id = parameters.picked('channelId');
			return {
				body: {
					options: {
						...(kind !== undefined && kind !== anyTransport && { transport: kind }),
						...(channel_id !== undefined && { channel_id }),
					},
				},
			};
		},
	}),
};
