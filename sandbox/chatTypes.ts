import { chatTypesOf, type ChatTypes } from '../api/v3/channels';

/** The chat types that a channel carries; Instagram connected through an own Meta app carries those of Instagram. */
export function carriedBy(transport: string): ChatTypes | undefined {
	return chatTypesOf(/^instapi$/i.test(transport) ? 'instagram' : transport);
}
