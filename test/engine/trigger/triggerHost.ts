import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';
import { readRequest, Unreadable } from './requests';
import type { TriggerWorkflow } from './triggerWorkflow';

/** One start of a workflow. */
export interface Started {
	workflow: string;
	mode: 'production' | 'test';
	items: IDataObject[];
}

/**
 * What n8n does around a webhook trigger, as far as the trigger can see it: addresses, static data that is saved only
 * after `create`, a test run with static data of its own, the answer that belongs to the response mode. The contexts, the
 * workflow and the expressions are those of n8n-core; the order of steps was read in n8n 2.41.1 (webhook-helpers,
 * test-webhooks, live-webhooks).
 */
export class TriggerHost {
	readonly started: Started[] = [];
	/** Lines that the node logged as warnings. */
	readonly warnings: string[] = [];
	/** Answers to addresses that do not belong to a workflow, by path. */
	readonly others = new Map<string, number>();
	/** Ends a workflow that Wazzup waits for: gives the last node's item. */
	lastNode: (items: IDataObject[]) => Promise<IDataObject> | IDataObject = () => ({});
	origin = '';
	private readonly receivers = new Map<string, TriggerWorkflow>();
	private readonly underWay = new Set<Promise<void>>();
	private readonly failures: unknown[] = [];
	private readonly server = createServer((request, response) => {
		const answer = this.answer(request, response)
			.catch((error: unknown) => {
				this.failures.push(error);
				response.destroy();
			})
			.finally(() => this.underWay.delete(answer));
		this.underWay.add(answer);
	});

	static async start(): Promise<TriggerHost> {
		const host = new TriggerHost();
		await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
		host.origin = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}`;
		return host;
	}

	/** Rejects when a delivery went wrong that no test had waited for. */
	async close(): Promise<void> {
		await this.settled();
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** Resolves when everything that deliveries have set off is done; rejects when it went wrong. */
	async settled(): Promise<void> {
		while (this.underWay.size > 0) await Promise.all(this.underWay);
		if (this.failures.length > 0) throw this.failures[0];
	}

	listenAt(path: string, workflow: TriggerWorkflow): void {
		this.receivers.set(path, workflow);
	}

	hangUp(path: string): void {
		this.receivers.delete(path);
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname } = new URL(request.url ?? '/', this.origin);
		const send = (status: number, body: unknown) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		};
		const workflow = this.receivers.get(pathname);
		const read = await readRequest(request).catch((error: unknown) => {
			if (error instanceof Unreadable) return error;
			throw error;
		});
		// n8n finds a webhook by its path and its method.
		if (!workflow || request.method !== workflow.method) {
			return send(this.others.get(pathname) ?? 404, { message: 'not registered' });
		}
		if (read instanceof Unreadable) return send(read.status, { message: read.message });
		await workflow.receive(pathname.startsWith('/webhook-test/'), send, read);
	}
}
