import { startN8n, type RunningN8n } from './n8n';
import { freePort, LOCAL_HOST } from './ports';
import { silent, step, type Say } from './progress';
import { startPostgres, startRedis } from './servers';
import { startStack, type Stack, type Stops } from './stack';

/** n8n on several processes: the main one in `n8n`, one that takes deliveries, and workers that run the workflows. */
export interface Queue extends Stack {
	/** Its address is the one that webhooks register. */
	webhook: RunningN8n;
	workers: RunningN8n[];
}

/**
 * Starts n8n in queue mode, with a Redis and a PostgreSQL of its own, the packed package and the sandbox.
 *
 * @param stops gets what has to be stopped, also when this fails half-way: run it in any case
 * @throws Advice when redis-server or PostgreSQL is not installed, and as startStack() does
 */
export async function startQueue(
	stops: Stops,
	{ workers, say = silent }: { workers: number; say?: Say },
): Promise<Queue> {
	const redisPort = await startRedis(stops, say);
	const postgresPort = await startPostgres(stops, say);
	const webhookPort = await freePort();
	const env = {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: LOCAL_HOST,
		QUEUE_BULL_REDIS_PORT: String(redisPort),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: LOCAL_HOST,
		DB_POSTGRESDB_PORT: String(postgresPort),
		DB_POSTGRESDB_USER: 'postgres',
		DB_POSTGRESDB_DATABASE: 'postgres',
		N8N_WEBHOOK_URL: `http://${LOCAL_HOST}:${webhookPort}/`,
		WEBHOOK_URL: `http://${LOCAL_HOST}:${webhookPort}/`,
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	};
	const stack = await startStack(stops, { env, say });
	const { userFolder } = stack.n8n;
	const start = async (command: 'webhook' | 'worker', port?: number) => {
		const started = await startN8n({ userFolder, command, port, env });
		stops.add(async () => await started.stop());
		return started;
	};
	return await step(`starting n8n's webhook process and ${workers} workers`, say, async () => ({
		...stack,
		webhook: await start('webhook', webhookPort),
		workers: await Promise.all(Array.from({ length: workers }, async () => await start('worker'))),
	}));
}
