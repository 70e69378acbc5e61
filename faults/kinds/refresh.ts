import { WazzupClient } from '../../nodes/WazzupClient/WazzupClient.node';
import type { Sandbox } from '../../sandbox';
import type { EngineRun } from '../../test/engine/harness';
import { report } from '../engine';
import type { Evidence, Told } from '../judge';
import { ITEMS, type Kind } from '../kind';
import { channelOf, messages, send, sentIn } from './sends';

const RUNS = 20;
const PER_RUN = ITEMS / RUNS;

/** What a credential with a refresh token says of itself when it can no longer be used. */
const IS_GONE = /let the customer grant access again/;

/** Wazzup Client with a refresh token of its own, and nothing else yet. */
const withRefreshToken = ({ control, partner, techUrl }: Sandbox, run: number) =>
	({
		nodeType: new WazzupClient(),
		credentialType: 'wazzupClientApi',
		credentialId: String(run),
		credentials: {
			accessBy: 'refreshToken',
			refreshToken: control.tech.refreshToken(),
			...partner,
			baseUrl: techUrl,
		},
	}) satisfies Partial<EngineRun>;

type Credential = ReturnType<typeof withRefreshToken>;

/** Whether a run with the credential goes through. */
async function works(credential: Credential): Promise<boolean> {
	const parameters = { resource: 'channel', operation: 'getMany', authentication: 'clientToken' };
	return (await report({ ...credential, parameters })).every(({ as }) => as === 'done');
}

/** What the run of one credential tells: of its messages, and of the credential. */
async function sendWith(
	credential: Credential,
	run: number,
	channelId: string,
): Promise<{ told: Evidence['told']; renewal: Told }> {
	const first = run * PER_RUN;
	const failures: string[] = [];
	const told = await report({
		...credential,
		parameters: { authentication: 'clientToken', ...send(channelId) },
		items: messages.slice(first, first + PER_RUN),
		onFailure: (json) => failures.push(JSON.stringify(json)),
	});
	const isTold = failures.length > 0 && failures.every((failure) => IS_GONE.test(failure));
	return {
		told: told.map(({ item, as }) => ({ item: first + item, as })),
		renewal: isTold ? 'unsure' : failures.length > 0 ? 'failed' : 'done',
	};
}

/**
 * Small runs, each with a credential whose access token has been withdrawn, or that has none yet. The credentials are items
 * as well, behind the messages: a refresh token is good once, and with the answer to it the way into the account is lost.
 */
export const refresh: Kind = {
	name: 'refresh',
	title: 'send, tech, with 20 refresh tokens',
	match: { method: 'POST', path: '/v2/oauth/token', surface: 'tech' },
	every: 4,
	isOneByOne: true,
	prepare: async (sandbox) => {
		const { control } = sandbox;
		const channelId = channelOf(control.tech.account().channels);
		const credentials = [...Array(RUNS).keys()].map((run) => withRefreshToken(sandbox, run));
		// The others get their first access token in the run.
		await Promise.all(credentials.filter((_, run) => run % 2 === 0).map(works));
		control.tech.revoke({ kind: 'access' });
		return async () => {
			const runs: Array<Awaited<ReturnType<typeof sendWith>>> = [];
			for (const [run, credential] of credentials.entries()) {
				runs.push(await sendWith(credential, run, channelId));
			}
			const sent = await sentIn(sandbox, channelId);
			control.clearFaults();
			control.tech.revoke({ kind: 'access' });
			const good = await Promise.all(credentials.map(works));
			return {
				items: ITEMS + RUNS,
				told: [
					...runs.flatMap(({ told }) => told),
					...runs.map(({ renewal }, run) => ({ item: ITEMS + run, as: renewal })),
				],
				// A renewal that failed has an effect where it leaves a credential that is good for nothing.
				effects: [
					...sent,
					...runs.flatMap(({ renewal }, run) =>
						(renewal === 'done') === good[run] ? [ITEMS + run] : [],
					),
				],
			};
		};
	},
};
