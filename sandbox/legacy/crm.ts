import type { KnownCrm } from '../unanswered';
import type { World } from '../world';

/** The users and contacts of the 2021 API, whose ids may be numbers. */
export const legacyCrmOf = ({ state: { legacy } }: World): KnownCrm => ({
	isUser: (userId) => legacy.users.has(userId),
	ownerOf: (chat) => {
		const contact = [...legacy.contacts.values()].find(({ chats }) =>
			chats?.some(
				({ chatType, chatId }) => chatType === chat.chatType && String(chatId) === chat.chatId,
			),
		);
		return contact?.responsibleUserId === undefined ? undefined : String(contact.responsibleUserId);
	},
});
