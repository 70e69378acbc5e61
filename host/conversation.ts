import { z } from 'zod/v4';
import type { Say } from './progress';
import { waitFor } from './wait';

const State = z.looseObject({
	channels: z.array(
		z.looseObject({ channelId: z.string(), transport: z.string(), state: z.string() }),
	),
});
const Messages = z.looseObject({
	messages: z.array(
		z.looseObject({
			direction: z.enum(['in', 'out']),
			status: z.string(),
			text: z.string().optional(),
			type: z.string(),
			error: z.looseObject({ description: z.string() }).optional(),
		}),
	),
});
const Written = z.looseObject({ chatId: z.string() });
const Deliveries = z.looseObject({
	deliveries: z.array(
		z.looseObject({
			kind: z.string(),
			status: z.number().optional(),
			reply: z.string().optional(),
			error: z.string().optional(),
		}),
	),
});

type Message = z.output<typeof Messages>['messages'][number];

/** A customer of the sandbox, played through its control API. */
const CUSTOMER = { chatId: '79011112233', contact: { name: 'Ann' } };
/** Statuses of a message that has not reached the phone. */
const ON_ITS_WAY = new Set(['pending', 'error']);

/**
 * Writes to the business as a customer and waits until an answer is on the customer's phone.
 *
 * Says each line of the conversation.
 *
 * @throws Error with what is known about the way of the message when no answer comes
 */
export async function converse(sandboxUrl: string, say: Say, seconds = 60): Promise<void> {
	const { channels } = await ask(State, `${sandboxUrl}/_sandbox/state`);
	const channel =
		channels.find(({ state, transport }) => state === 'active' && transport === 'whatsapp') ??
		channels.find(({ state }) => state === 'active');
	if (channel === undefined) throw new Error('The sandbox has no active channel');

	const text = 'hello';
	const message = { ...CUSTOMER, channelId: channel.channelId, text };
	const { chatId } = await ask(Written, `${sandboxUrl}/_sandbox/customer/messages`, message);
	say(`customer: ${text}`);

	const chat = `${encodeURIComponent(channel.channelId)}/${encodeURIComponent(chatId)}`;
	let last: Message[] = [];
	const probe = async () => {
		last = (await ask(Messages, `${sandboxUrl}/_sandbox/chats/${chat}/messages`)).messages;
		return last.find(({ direction, status }) => direction === 'out' && !ON_ITS_WAY.has(status));
	};
	try {
		const answer = await waitFor('The answer of the workflow', probe, { seconds });
		say(`workflow: ${answer.text ?? `(${answer.type})`}`);
	} catch (error) {
		const about = [...last.flatMap(refusal), ...(await deliveries(sandboxUrl))];
		throw new Error(about.join('\n'), { cause: error });
	}
}

function refusal({ direction, error }: Message): string[] {
	return direction === 'out' && error ? [`Wazzup refused the answer: ${error.description}`] : [];
}

async function deliveries(sandboxUrl: string): Promise<string[]> {
	const { deliveries: all } = await ask(Deliveries, `${sandboxUrl}/_sandbox/deliveries`);
	if (all.length === 0) return ['The sandbox has no webhook address to deliver the message to.'];
	return all.map(({ kind, status, error, reply }) =>
		[`Webhook (${kind}):`, error ?? `answered with ${status}`, reply ?? ''].join(' '),
	);
}

async function ask<T>(schema: z.ZodType<T>, url: string, body?: unknown): Promise<T> {
	const reply = await fetch(
		url,
		body === undefined
			? {}
			: {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify(body),
				},
	);
	const text = await reply.text();
	if (!reply.ok) throw new Error(`The sandbox answered ${url} with ${reply.status}: ${text}`);
	return schema.parse(JSON.parse(text));
}
