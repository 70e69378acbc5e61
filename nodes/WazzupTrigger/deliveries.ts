import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { omit } from 'lodash';
import { isObject } from '../shared/parameters';
import { ownMessages } from '../shared/ownMessages';
import { derivedToken, isToken, TOKEN_PARAMETER } from './address';
import { isWanted } from './filters';
import { Grants, type Granted } from './grants';
import type { Reading, ReceivedEvent } from './received';
import { nodeOf, repeats } from './repeats';
import { marked } from './rerun';
import { readManualToken, readSettings, type Settings } from './settings';
import type { Surface } from './surface';
import { textOf } from './words';

/** Bytes of the largest delivery that is taken: texts, names and links, a QR code at most. */
const LARGEST = 5 * 1024 * 1024;

const grants = new Grants();

/** Takes a delivery: says what n8n answers, and which items start the workflow. What does not fit is refused, not thrown. */
export async function receive(
	functions: IWebhookFunctions,
	surface: Surface,
): Promise<IWebhookResponseData> {
	const body: unknown = functions.getBodyData();
	if (isPing(body)) return acknowledged;
	if (!(await isAuthentic(functions, surface))) {
		return refuse(functions, 401, 'The address lacks its token');
	}
	if (sizeOf(functions) > LARGEST) return refuse(functions, 413, 'The delivery is too large');
	const reading = read(surface, body);
	if (!reading) return refuse(functions, 400, 'This is no delivery of Wazzup');
	logUnread(functions, reading);

	const settings = readSettings(functions, surface);
	// Asked for once: n8n copies the node each time.
	const node = nodeOf(functions);
	const granted = reading.events.map((event) =>
		isLeftToWorkflow(event, settings) ? { event } : grants.grant(node, event, settings.cardLink),
	);
	const wanted = await wantedEvents(functions, surface, settings, granted);
	// Nothing waits from here to the end, so two deliveries of one event cannot both be the first.
	const events = wanted.filter(
		(event) => startsEachTime(functions, event, settings) || repeats.isNew(node, event),
	);
	const answer = answerOf(granted);
	if (events.length === 0) return { webhookResponse: answer };

	const workflowData = [events.map((event) => ({ json: markedItem(functions, event, settings) }))];
	if (!settings.waitsForLastNode) return { webhookResponse: answer, workflowData };
	if (events.some((event) => isLeftToWorkflow(event, settings))) return { workflowData };
	// Only creation requests wait for the workflow; n8n's answer would make this one wait too.
	functions.getResponseObject().status(200).json(answer);
	return { noWebhookResponse: true, workflowData };
}

const acknowledged: IWebhookResponseData = { webhookResponse: { ok: true } };

/** Wazzup wants an entity for every request, also for one that starts nothing here; for several at once a list, we presume. */
function answerOf(granted: Granted[]): object {
	const [entity, ...more] = granted.flatMap((each) => each.entity ?? []);
	if (entity === undefined) return { ok: true };
	return more.length > 0 ? [entity, ...more] : entity;
}

/** Whether the workflow makes what Wazzup asks for; it cannot when the request does not start it. */
const isLeftToWorkflow = ({ asked, event }: ReceivedEvent, settings: Settings) =>
	asked !== undefined && settings.waitsForLastNode && settings.events.includes(event);

/** The test of a new address. It comes while the address is being registered, and starts nothing. */
const isPing = (body: unknown) => isObject(body) && body.test === true;

/** Whether the address of the delivery carries the token of this node. */
async function isAuthentic(functions: IWebhookFunctions, surface: Surface): Promise<boolean> {
	const { [TOKEN_PARAMETER]: given } = functions.getQueryData() as IDataObject;
	try {
		const manual = readManualToken(functions);
		if (manual !== undefined) return isToken(given, manual);
		// The registered one goes on working when the secret in the credential is changed.
		if (isToken(given, surface.lifecycle.registeredToken(functions))) return true;
		return isToken(given, await derivedToken(functions, surface));
	} catch (error) {
		functions.logger.warn(`Wazzup Trigger: a delivery could not be checked: ${textOf(error)}`);
		return false;
	}
}

/** The events of a delivery; undefined for what is none of Wazzup's. */
function read(surface: Surface, body: unknown): Reading | undefined {
	try {
		return surface.read(body);
	} catch {
		// zod trips over what no program means to send, e.g. {"constructor": null}; n8n would record a failed run.
		return undefined;
	}
}

/** Bytes of a delivery, as announced or as they came. */
function sizeOf(functions: IWebhookFunctions): number {
	const { headers, rawBody } = functions.getRequestObject();
	return Math.max(Number(headers['content-length']) || 0, rawBody?.length ?? 0);
}

function logUnread(functions: IWebhookFunctions, { unread }: Reading): void {
	if (unread.size === 0) return;
	const parts = [...unread].map(([key, count]) => `${count} of ${key}`).join(', ');
	functions.logger.warn(`Wazzup Trigger: skipped what could not be read of a delivery: ${parts}`);
}

/** The events that the node wants, and that are not its own doing. */
async function wantedEvents(
	functions: IWebhookFunctions,
	surface: Surface,
	settings: Settings,
	granted: Granted[],
): Promise<ReceivedEvent[]> {
	const wanted = granted.map(({ event }) => event).filter((event) => isWanted(event, settings));
	return settings.ignoreOwn ? await withoutOwn(functions, surface, wanted) : wanted;
}

/** Where a repeat is wanted: whoever listens for a test event wants the next one, and only the workflow can answer a request again. */
const startsEachTime = (functions: IWebhookFunctions, event: ReceivedEvent, settings: Settings) =>
	functions.getMode() === 'manual' || isLeftToWorkflow(event, settings);

function markedItem(functions: IWebhookFunctions, event: ReceivedEvent, settings: Settings) {
	const item = itemOf(event, settings);
	return startsEachTime(functions, event, settings) ? item : marked(item, event);
}

async function withoutOwn(
	functions: IWebhookFunctions,
	surface: Surface,
	events: ReceivedEvent[],
): Promise<ReceivedEvent[]> {
	if (!events.some(({ event }) => event === 'messageSent')) return events;
	const account = await accountOf(functions, surface);
	if (account === undefined) return events;
	const own = await Promise.all(
		events.map(async ({ event, simplified }) => {
			const { messageId, channelId } = simplified;
			if (event !== 'messageSent' || messageId === null) return false;
			return (
				(await ownMessages.isOwn(account, messageId, channelId ?? '')) ||
				ownMessages.isAnnounced(account, messageId, simplified)
			);
		}),
	);
	return events.filter((_, index) => !own[index]);
}

async function accountOf(
	functions: IWebhookFunctions,
	surface: Surface,
): Promise<string | undefined> {
	try {
		return (await surface.connect(functions)).account;
	} catch (error) {
		functions.logger.warn(`Wazzup Trigger: own messages cannot be told: ${textOf(error)}`);
		return undefined;
	}
}

/** What came over the wire is JSON, and so is an item. */
const itemOf = ({ event, simplified, raw }: ReceivedEvent, { simplify, account }: Settings) =>
	(simplify
		? { ...simplified, account: simplified.account ?? account }
		: { event, ...omit(raw, 'event') }) as IDataObject;

function refuse(
	functions: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	functions.getResponseObject().status(status).json({ error: message });
	return { noWebhookResponse: true };
}
