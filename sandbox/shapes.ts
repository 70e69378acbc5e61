import type { Surface } from '../api/endpoint';
import type { ChatType } from '../api/v3/common';

/** What the control API and the chat page show. README.md describes every field. */

export interface Channel {
	channelId: string;
	transport: string;
	plainId: string;
	state: string;
	name: string;
	/** WABA only. */
	tier?: string;
	/** `data:image/png;base64,…` while the state is qr. */
	qr?: string;
	/** Id of the account on the tech surface; absent: the one of v3. */
	account?: string;
}

export interface Person {
	name?: string;
	username?: string;
	phone?: string;
	avatarUri?: string;
}

export interface Button {
	text: string;
	kind: 'reply' | 'url' | 'callback';
	url?: string;
	/** What a tap sends instead of the text. */
	payload?: string;
	intent?: string;
}

export interface RenderedTemplate {
	templateGuid: string;
	title: string;
	header?: { format: string; text?: string; url?: string };
	text: string;
	footer?: string;
}

export interface MessageError {
	error: string;
	description: string;
}

export type MessageStatus = 'pending' | 'sent' | 'delivered' | 'read' | 'error' | 'inbound';

export interface Quoted {
	messageId: string;
	direction: 'in' | 'out';
	type: string;
	text?: string;
	contentUri?: string;
}

export interface ChatMessage {
	messageId: string;
	channelId: string;
	chatType: ChatType;
	chatId: string;
	/** `in`: the customer wrote it; `out`: the business did. */
	direction: 'in' | 'out';
	type: string;
	text?: string;
	contentUri?: string;
	fileName?: string;
	/** tech: MIME type and bytes of the file, where they are known. */
	mimeType?: string;
	size?: number;
	buttons?: Button[][];
	keyboard?: 'inline' | 'reply' | 'removed';
	template?: RenderedTemplate;
	quoted?: Quoted;
	status: MessageStatus;
	error?: MessageError;
	isEdited: boolean;
	isDeleted: boolean;
	dateTime: string;
	authorName?: string;
	authorId?: string;
	crmMessageId?: string;
	/** tech: the request that sent it. */
	requestId?: string;
}

export interface Chat {
	channelId: string;
	transport: string;
	channelName: string;
	channelState: string;
	chatType: ChatType;
	chatId: string;
	contact: Person;
	lastMessage?: ChatMessage;
	/** Messages of the business that the customer has not read. */
	unread: number;
	keyboard?: Button[][];
	/** As in {@link Channel}. */
	account?: string;
}

export interface Delivery {
	id: number;
	/** Real time: the sandbox clock moves only what Wazzup dates. */
	time: string;
	kind: string;
	url: string;
	body: unknown;
	done: boolean;
	status?: number;
	reply?: string;
	error?: string;
	ms?: number;
	/** tech: whose subscription it is. */
	account?: string;
	/** tech: 1 for the first one. */
	attempt?: number;
	/** `legacy`: it went to the address of the 2021 API. */
	surface?: 'legacy';
}

export type KeyKind =
	'none' | 'apiKey' | 'sidecarKey' | 'partnerLogin' | 'clientToken' | 'wrongKey';

export interface JournalEntry {
	id: number;
	time: string;
	method: string;
	path: string;
	query: Record<string, unknown>;
	headers: Record<string, string>;
	authorization: KeyKind;
	surface: Surface;
	/** tech: email of the partner whose login it is. */
	partner?: string;
	/** tech: account of the client token. */
	account?: string;
	body?: unknown;
	done: boolean;
	status?: number;
	reply?: unknown;
	fault?: string;
	ms?: number;
}

export interface Settings {
	/** ms before each answer of the API. */
	delay: number;
	/** Requests in 5 s and key. */
	rateLimit: number | false;
	/** ms between sent, delivered and read; `false`: statuses stay pending. */
	statusSteps: number | false;
	/** Whether API sends come back as `messages` with isEcho true. */
	echo: boolean;
	/** Whether GET /v3/users answers `{ count, data }`, as older accounts do. */
	usersPaged: boolean;
	/** Whether sockets are let in; false breaks those that are open, too. */
	sockets: boolean;
	/** Whether a socket is told the counter as soon as it has asked, and not only at the next change. */
	firstCounter: boolean;
	/** tech: seconds that tokens are good for. */
	accessTokenTime: number;
	refreshTokenTime: number;
	machineTokenTime: number;
	/** tech: ms of the sandbox clock that an export of messages takes. */
	exportTime: number;
	/** tech: how often a delivery is repeated that was not answered with 2xx, and the ms before the first repeat. */
	repeats: number;
	repeatPause: number;
	/** tech: whether an event that goes to an address already is subscribed to once more; no document says what is so. */
	doubleSubscriptions: boolean;
	/** tech: whether `message.status_update` carries `request_id`. */
	requestIds: boolean;
}
