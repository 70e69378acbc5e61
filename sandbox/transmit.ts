import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SetFault } from './faults';
import { refuse } from './refuse';
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
		case 'wrongType':
			reply.header('content-type', 'text/html; charset=utf-8');
			return send(reply, answer ?? { status: 200 });
		case 'trickle':
			reply.hijack();
			await trickle(socket, answer ?? { status: 200 }, fault.delay ?? 1_000);
			return answer;
		case 'refuse':
			refuse(request.server.server, fault.delay ?? 1_000);
			reply.header('connection', 'close');
			return send(reply, answer ?? { status: 200 });
		default:
			return send(reply, answer ?? { status: 200 });
	}
}

function send(reply: FastifyReply, answer: Answer): Answer {
	const { status, headers = {}, body } = answer;
	const type = typeof body === 'string' ? 'text/plain' : 'application/json';
	if (body !== undefined && !reply.hasHeader('content-type')) {
		reply.header('content-type', `${type}; charset=utf-8`);
	}
	reply
		.code(status)
		.headers(headers)
		.send(body === undefined ? undefined : textOf(answer));
	return answer;
}

/** In so many pieces an answer trickles in. */
const PIECES = 50;

/** Sends an answer bit by bit, its head too, since it may have no body. */
async function trickle(socket: Socket, answer: Answer, milliseconds: number): Promise<void> {
	const body = textOf(answer);
	const head = [
		`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
		'content-type: application/json; charset=utf-8',
		`content-length: ${Buffer.byteLength(body)}`,
		'connection: close',
	];
	const whole = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
	const size = Math.ceil(whole.length / PIECES);
	for (let from = 0; from < whole.length && !socket.destroyed; from += size) {
		await wait(milliseconds / PIECES, undefined, { ref: false });
		socket.write(whole.subarray(from, from + size));
	}
	socket.end();
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
