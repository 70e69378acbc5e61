import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { v3Delivery, type V3Delivery } from '../../api/events/v3';
import { isObject } from '../shared/parameters';
import { ownMessages } from '../shared/ownMessages';
import { connect } from '../shared/transport/accounts';
import { derivedToken, isToken, TOKEN_PARAMETER } from './address';
import { Grants, type Granted } from './creation';
import { isWanted } from './filters';
import { normaliseV3 } from './normalise';
import type { ReceivedEvent } from './received';
import { readRegistration } from './registration';
import { Repeats } from './repeats';
import { creationEvents, readManualToken, readSettings, type Settings } from './settings';

/** Bytes of the largest delivery that is taken: texts, names and links, a QR code at most. */
const LARGEST = 5 * 1024 * 1024;

const repeats = new Repeats();
const grants = new Grants();

/** Takes a delivery of v3: says what n8n answers, and which items start the workflow. What does not fit is refused, not thrown. */
export async function receiveV3(functions: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body: unknown = functions.getBodyData();
	if (isPing(body)) return acknowledged;
	if (!(await isAuthentic(functions))) {
		return refuse(functions, 401, 'The address lacks its token');
	}
	if (sizeOf(functions) > LARGEST) return refuse(functions, 413, 'The delivery is too large');
	const read = v3Delivery.safeParse(body);
	if (!read.success) return refuse(functions, 400, 'This is no delivery of Wazzup');

	const settings = readSettings(functions);
	const granted = isLeftToWorkflow(read.data, settings)
		? { delivery: read.data }
		: grants.grant(nodeOf(functions), read.data);
	const events = await newEvents(functions, settings, granted);
	// Wazzup wants an entity for every request, also for one that starts nothing here.
	const answer = granted.entity ?? { ok: true };
	if (events.length === 0) return { webhookResponse: answer };

	const workflowData = [events.map((event) => ({ json: itemOf(event, settings) }))];
	if (!settings.waitsForLastNode) return { webhookResponse: answer, workflowData };
	if (events.some(isCreation)) return { workflowData };
	// Only creation requests wait for the workflow; n8n's answer would make this one wait too.
	functions.getResponseObject().status(200).json(answer);
	return { noWebhookResponse: true, workflowData };
}

const acknowledged: IWebhookResponseData = { webhookResponse: { ok: true } };

/** Whether the workflow makes what Wazzup asks for; it cannot when the request does not start it. */
function isLeftToWorkflow({ createContact, createDeal }: V3Delivery, settings: Settings): boolean {
	const { events, waitsForLastNode } = settings;
	const asked = createContact ? 'contactRequested' : createDeal ? 'dealRequested' : '';
	return waitsForLastNode && events.includes(asked);
}

const isCreation = ({ event }: ReceivedEvent) => creationEvents.includes(event);

/** Tells the nodes of this n8n apart. */
const nodeOf = (functions: IWebhookFunctions) =>
	`${functions.getWorkflow().id ?? ''} ${functions.getNode().id}`;

/** The test of a new address. It comes while the address is being registered, and starts nothing. */
const isPing = (body: unknown) => isObject(body) && body.test === true;

/** Whether the address of the delivery carries the token of this node. */
async function isAuthentic(functions: IWebhookFunctions): Promise<boolean> {
	const { [TOKEN_PARAMETER]: given } = functions.getQueryData() as IDataObject;
	try {
		const manual = readManualToken(functions);
		if (manual !== undefined) return isToken(given, manual);
		// The registered one goes on working when the key in the credential is changed.
		if (isToken(given, readRegistration(functions)?.token)) return true;
		return isToken(given, await derivedToken(functions));
	} catch (error) {
		functions.logger.warn(`Wazzup Trigger: a delivery could not be checked: ${textOf(error)}`);
		return false;
	}
}

/** Bytes of a delivery, as announced or as they came. */
function sizeOf(functions: IWebhookFunctions): number {
	const { headers, rawBody } = functions.getRequestObject();
	return Math.max(Number(headers['content-length']) || 0, rawBody?.length ?? 0);
}

/** The events that the node wants, that are not its own doing, and that come for the first time. */
async function newEvents(
	functions: IWebhookFunctions,
	settings: Settings,
	{ delivery, entity }: Granted,
): Promise<ReceivedEvent[]> {
	const { events, unread } = normaliseV3(delivery);
	if (unread.size > 0) {
		const parts = [...unread].map(([key, count]) => `${count} of ${key}`).join(', ');
		functions.logger.warn(`Wazzup Trigger: skipped what could not be read of a delivery: ${parts}`);
	}
	const wanted = events.filter((event) => isWanted(event, settings));
	const foreign = settings.ignoreOwn ? await withoutOwn(functions, wanted) : wanted;
	// Whoever listens for a test event wants the next one, whether or not it has come before.
	if (functions.getMode() === 'manual') return foreign;
	// Nothing waits from here to the end, so two deliveries of one event cannot both be the first.
	return foreign.filter((event) => {
		// A repeated request has the id of the first. Where the workflow answers, only it can answer the repeat too.
		const repeatKey = isCreation(event) && entity ? `${event.event} ${entity.id}` : event.repeatKey;
		return repeats.isNew(nodeOf(functions), { ...event, repeatKey });
	});
}

async function withoutOwn(
	functions: IWebhookFunctions,
	events: ReceivedEvent[],
): Promise<ReceivedEvent[]> {
	if (!events.some(({ event }) => event === 'messageSent')) return events;
	const account = await accountOf(functions);
	if (account === undefined) return events;
	const own = await Promise.all(
		events.map(async ({ event, simplified: { messageId, channelId } }) => {
			if (event !== 'messageSent' || messageId === null) return false;
			return await ownMessages.isOwn(account, messageId, channelId ?? '');
		}),
	);
	return events.filter((_, index) => !own[index]);
}

async function accountOf(functions: IWebhookFunctions): Promise<string | undefined> {
	try {
		return (await connect(functions, 'wazzupApi')).account;
	} catch (error) {
		functions.logger.warn(`Wazzup Trigger: own messages cannot be told: ${textOf(error)}`);
		return undefined;
	}
}

/** What came over the wire is JSON, and so is an item. */
const itemOf = ({ event, simplified, raw }: ReceivedEvent, { simplify }: Settings) =>
	(simplify ? simplified : { event, ...raw }) as IDataObject;

function refuse(
	functions: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData {
	functions.getResponseObject().status(status).json({ error: message });
	return { noWebhookResponse: true };
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
