import type { ChatMessage } from '../shapes';
import type { MessageExport, TechAccount } from './account';

type Row = Record<string, string>;

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** The columns that parsers look for (tech 5), and a few of ours. */
function rowOf(account: TechAccount, message: ChatMessage): Row {
	const channel = account.channels.get(message.channelId);
	const person = account.conversations.find(message.channelId, message.chatId)?.contact;
	return {
		message_id: message.messageId,
		channel_id: message.channelId,
		transport: channel?.transport ?? '',
		chat_type: message.chatType,
		chat_id: message.chatId,
		direction: message.direction === 'in' ? 'inbound' : 'outbound',
		datetime: message.dateTime,
		status: message.status,
		user_name: person?.name ?? '',
		user_username: person?.username ?? '',
		user_phone: person?.phone ?? '',
		crm_user_id: message.authorId ?? '',
		type: message.type,
		text: message.text ?? '',
		attachment_url: message.contentUri ?? '',
	};
}

const columns = [
	'message_id',
	'channel_id',
	'transport',
	'chat_type',
	'chat_id',
	'direction',
	'datetime',
	'status',
	'user_name',
	'user_username',
	'user_phone',
	'crm_user_id',
	'type',
	'text',
	'attachment_url',
];

/** The messages of the period, oldest first: UTF-8 with BOM, every field in quotes. */
export function csvOf(account: TechAccount, { from, to, channelId }: MessageExport): string {
	const [start, end] = [Date.parse(from), Date.parse(to)];
	const rows = [...account.messages.values()]
		.filter((message) => channelId === undefined || message.channelId === channelId)
		.filter(({ dateTime }) => Date.parse(dateTime) >= start && Date.parse(dateTime) <= end)
		.map((message) => rowOf(account, message));
	const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
	return `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}
