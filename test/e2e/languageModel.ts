import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod/v4';

const ModelRequest = z.looseObject({
	model: z.string(),
	messages: z.array(z.looseObject({ role: z.string() })),
	tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
});

/** What an agent asked the model, in OpenAI's form. */
export type ModelRequest = z.output<typeof ModelRequest>;

/** What the model says: a text, or tools to use with their arguments. */
export type Turn = string | Array<{ tool: string; arguments: Record<string, unknown> }>;

/** A chat model that says what it was told to, behind OpenAI's chat completions route. */
export interface LanguageModel {
	/** e.g. `http://127.0.0.1:40123/v1` */
	url: string;
	/** Every request so far, oldest first. */
	requests: ModelRequest[];
	close(): Promise<void>;
}

/** Starts a model that answers each request with the next turn; one request more than there are turns gets a 500. */
export async function startLanguageModel(turns: Turn[]): Promise<LanguageModel> {
	const requests: ModelRequest[] = [];
	const answer = async (incoming: IncomingMessage) => {
		const request = ModelRequest.parse(JSON.parse(await text(incoming)));
		const turn = turns[requests.push(request) - 1];
		if (turn === undefined) throw new Error('The model was told nothing for this turn');
		return completion(request.model, turn);
	};
	const server = createServer((incoming, outgoing) => {
		void answer(incoming).then(
			(body) => outgoing.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
			(error: unknown) => outgoing.writeHead(500).end(String(error)),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The model has no port');
	return {
		url: `http://127.0.0.1:${address.port}/v1`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function completion(model: string, turn: Turn) {
	const message =
		typeof turn === 'string'
			? { role: 'assistant', content: turn }
			: {
					role: 'assistant',
					content: null,
					tool_calls: turn.map((call, index) => ({
						id: `call_${index}`,
						type: 'function',
						function: { name: call.tool, arguments: JSON.stringify(call.arguments) },
					})),
				};
	return {
		id: 'completion',
		object: 'chat.completion',
		created: 0,
		model,
		choices: [{ index: 0, message, finish_reason: message.content ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
