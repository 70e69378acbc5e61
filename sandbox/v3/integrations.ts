import type { z } from 'zod/v4';
import type { AnyEndpoint } from '../../api/endpoint';
import { confirmConnection, migrateClient, registerInMarketplace } from '../../api/v3/integrations';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';
import { empty, refused } from './answer';
import { fieldsOf } from './checks';
import { subscribe } from './webhooks';

/** No document tells the errors of these routes: all of them are VALIDATION_ERROR with the fields. */
const invalid = (fields: string[]) =>
	refused('VALIDATION_ERROR', 'A parameter of the request is not valid.', { fields });

function read<Body extends z.ZodType>(
	endpoint: AnyEndpoint & { body: Body },
	call: Call,
): z.output<Body> {
	const result = endpoint.body.safeParse(call.body);
	if (!result.success) throw invalid(fieldsOf(result.error.issues));
	return result.data;
}

/** The `state` that a client brings from Wazzup: `crmCode` and `accountId`, encoded (A.15; the encoding is ours). */
export function encodeState(crmCode: string): string {
	return Buffer.from(JSON.stringify({ crmCode, accountId: 10002000 })).toString('base64url');
}

function register(call: Call): Answer {
	const marketplace = read(registerInMarketplace, call);
	const { marketplaces } = call.world.state;
	if (marketplaces.has(marketplace.crmCode)) throw invalid(['crmCode']);
	marketplaces.set(marketplace.crmCode, marketplace);
	return empty;
}

/** Ends the hand-shake: from now on deliveries carry `Authorization: Bearer <crmKey>` (A.9). */
function connect(call: Call): Answer {
	const { state, secret, crmKey } = read(confirmConnection, call);
	const known = [...call.world.state.marketplaces.values()].find(
		({ crmCode }) => encodeState(crmCode) === state,
	);
	if (!known) throw invalid(['state']);
	if (known.secret !== secret) throw invalid(['secret']);
	if (crmKey !== undefined) call.world.state.webhooks.crmKey = crmKey;
	// Presumed: no document shows what the answer carries.
	return { status: 200, body: { apiKey: call.world.state.apiKey } };
}

async function migrate(call: Call): Promise<Answer> {
	const client = read(migrateClient, call);
	await adopt(call.world, client);
	call.world.state.migrations.push(client);
	return empty;
}

/** The one account of the sandbox takes the webhook over; any other client is only written down. */
async function adopt(
	world: World,
	{ clientApiKey, ...webhooks }: z.output<typeof migrateClient.body>,
): Promise<void> {
	const isOurs = clientApiKey === world.state.apiKey;
	if (isOurs && Object.keys(webhooks).length > 0) await subscribe(world, webhooks);
}

export const integrationRoutes: Route[] = [
	{ endpoint: registerInMarketplace, answer: register },
	{ endpoint: confirmConnection, answer: connect },
	{ endpoint: migrateClient, answer: migrate },
];
