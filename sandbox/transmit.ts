import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SetFault } from './faults';
import type { Answer } from './surface';

/** Sends the answer, or what a fault makes of it. Gives what went out, `undefined` where the connection was dropped. */
export async function transmit(
	request: FastifyRequest,
	reply: FastifyReply,
	answer: Answer | undefined,
	fault: SetFault | undefined,
): Promise<Answer | undefined> {
	const { socket } = request.raw;
	switch (fault?.kind) {
		case 'dropBefore':
		case 'dropAfter':
			reply.hijack();
			socket.destroy();
			return undefined;
		case 'status':
			return send(reply, plainStatus(fault.status ?? 500, fault.body));
		case '429':
			return send(reply, {
				status: 429,
				headers: fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
			});
		case 'html':
			return send(reply, gatewayPage(fault.status ?? 502));
		case 'notJson':
			return send(reply, {
				status: answer?.status ?? 200,
				headers: { 'content-type': 'application/json; charset=utf-8' },
				body: 'OK {not JSON',
			});
		case 'cutOff': {
			const whole = Buffer.from(textOf(answer ?? { status: 200 }) || '{"cut":"off"}');
			reply.hijack();
			reply.raw.writeHead(answer?.status ?? 200, {
				'content-type': 'application/json; charset=utf-8',
				'content-length': whole.length,
			});
			await new Promise((resolve) => {
				reply.raw.write(whole.subarray(0, Math.floor(whole.length / 2)), resolve);
			});
			socket.destroy();
			return answer;
		}
		default:
			return send(reply, answer ?? { status: 200 });
	}
}

function send(reply: FastifyReply, answer: Answer): Answer {
	const { status, headers = {}, body } = answer;
	const type = typeof body === 'string' ? 'text/plain' : 'application/json';
	if (body !== undefined) reply.header('content-type', `${type}; charset=utf-8`);
	reply
		.code(status)
		.headers(headers)
		.send(body === undefined ? undefined : textOf(answer));
	return answer;
}

function textOf({ body }: Answer): string {
	if (body === undefined) return '';
	return typeof body === 'string' ? body : JSON.stringify(body);
}

/** What a server that fails on the way answers: no envelope of Wazzup, unless the fault brings a body. */
function plainStatus(status: number, body: unknown = STATUS_CODES[status]): Answer {
	return { status, body };
}

function gatewayPage(status: number): Answer {
	const title = `${status} ${STATUS_CODES[status] ?? ''}`;
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`,
	};
}
