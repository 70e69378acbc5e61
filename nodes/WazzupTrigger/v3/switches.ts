import type { V3EventName } from '../../../api/events/event';
import type { Subscriptions } from '../../../api/v3/webhooks';

/** The switch of the account that brings an event. */
const switchOf: Record<V3EventName, keyof Subscriptions> = {
	messageReceived: 'messagesAndStatuses',
	messageSent: 'messagesAndStatuses',
	messageEdited: 'messagesAndStatuses',
	messageDeleted: 'messagesAndStatuses',
	messageStatus: 'messagesAndStatuses',
	channelUpdated: 'channelsUpdates',
	templateStatus: 'templateStatus',
	contactRequested: 'contactsAndDealsCreation',
	dealRequested: 'contactsAndDealsCreation',
};

/** The switches that events need, all others off. */
export function switchesFor(events: readonly string[]): Subscriptions {
	const wanted = new Map(Object.entries(switchOf));
	const on = new Set(events.map((event) => wanted.get(event)));
	return {
		messagesAndStatuses: on.has('messagesAndStatuses'),
		contactsAndDealsCreation: on.has('contactsAndDealsCreation'),
		channelsUpdates: on.has('channelsUpdates'),
		templateStatus: on.has('templateStatus'),
	};
}
