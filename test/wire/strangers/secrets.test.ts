import 'reflect-metadata';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy, type ICredentialDataDecryptedObject, type INodeType } from 'n8n-workflow';
import { range } from 'lodash';
import pLimit from 'p-limit';
import { Wazzup } from '../../../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import { actionNodes, allOperations } from '../../../scripts/nodes';
import { runNode, type CredentialType } from '../../engine/harness';
import { client } from '../../samples/client';
import { legacy } from '../../samples/legacy';
import { partner } from '../../samples/partner';
import { parametersOf, type Known, type Sample } from '../../samples/sample';
import { wazzup } from '../../samples/wazzup';
import { guid } from '../../unit/api/contracts';
import { failures, shapeCount, startEcho, textsIn, type EchoServer, type Grants } from './echo';

/** A secret with characters that JSON, HTML and addresses each write in another way. */
const canary = (name: string) => `canary-"${name}"<&>+/=\\%41 é`;
/** One that fits into a header, and that could be read as the code of an error. */
const plainCanary = (name: string) => `canary_${name}`;

const login = { email: 'partner@example.com', password: canary('password') };
const basic = Buffer.from(`${login.email}:${login.password}`).toString('base64');

/** A node with one of its credentials. */
interface Door {
	name: string;
	node: () => INodeType;
	samples: readonly Sample[];
	credentialType: CredentialType;
	credentials: ICredentialDataDecryptedObject;
	authentication?: string;
	/** Which tokens the server gives; with fewer than all, one sample is enough. */
	grants: Grants;
}

const wazzupApi = {
	credentialType: 'wazzupApi' as const,
	credentials: { apiKey: plainCanary('api_key') },
	grants: 'none' as const,
};
const clientOf = (
	name: string,
	more: Pick<Door, 'credentials' | 'grants'> & Partial<Door>,
): Door => ({
	name: `Wazzup Client, ${name}`,
	node: () => new WazzupClient(),
	samples: more.grants === 'none' || more.grants === 'all' ? client : client.slice(0, 1),
	credentialType: 'wazzupClientApi',
	authentication: 'clientToken',
	...more,
});
const pasted = { accessBy: 'accessToken', clientAccessToken: plainCanary('client_token') };
const renewed = {
	...{ accessBy: 'refreshToken', clientId: 'client', refreshToken: canary('refresh') },
	...login,
};
const byPartner = {
	authentication: 'partnerLogin',
	credentialType: 'wazzupPartnerApi' as const,
	credentials: login,
};
const few = client.slice(0, 3);

const doors: Door[] = [
	{ name: 'Wazzup', node: () => new Wazzup(), samples: wazzup, ...wazzupApi },
	{ name: 'Wazzup Legacy', node: () => new WazzupLegacy(), samples: legacy, ...wazzupApi },
	clientOf('pasted token', { credentials: pasted, grants: 'none' }),
	clientOf('refresh token', { credentials: renewed, grants: 'all' }),
	clientOf('refresh token that is refused', { credentials: renewed, grants: 'none', samples: few }),
	clientOf('partner login', { ...byPartner, grants: 'all' }),
	clientOf('machine token that cannot be traded', {
		...byPartner,
		grants: 'machine',
		samples: few,
	}),
	clientOf('partner login that is refused', { ...byPartner, grants: 'none', samples: few }),
	...(['none', 'machine'] as const).map((grants): Door => ({
		name: `Wazzup Partner, tokens: ${grants}`,
		node: () => new WazzupPartner(),
		samples:
			grants === 'none'
				? partner
				: partner.filter(({ operation }) => operation === 'getClientToken'),
		credentialType: 'wazzupPartnerApi',
		credentials: login,
		grants,
	})),
];

/** What an operation is about has a plain id; secrets are canaries. */
const secrets = ['apiKey', 'botToken', 'code', 'password', 'refreshToken', 'secret', 'verifier'];
const known: Known = (thing) => {
	if (thing === 'account') return '12345678';
	// The form of a verifier is checked before it is sent.
	if (thing === 'verifier') return plainCanary('verifier').padEnd(43, 'x');
	if (secrets.includes(thing)) return canary(thing);
	return /channel|template/i.test(thing) ? guid : '2001';
};

/** Makes a link, and sends nothing. */
const sendsNothing = ({ operation }: Sample) => operation === 'getAuthorizeUrl';

let echo: EchoServer;
const logged: unknown[] = [];

beforeAll(async () => {
	echo = await startEcho();
	const note = (...args: unknown[]) => void logged.push(args);
	const logger = { error: note, warn: note, info: note, debug: note };
	LoggerProxy.init(logger);
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest.spyOn(Container.get(Logger), level).mockImplementation(note);
		jest.spyOn(console, level).mockImplementation(note);
	}
	jest.spyOn(console, 'log').mockImplementation(note);
});
afterAll(async () => await echo.close());

test('every operation of every action node is among the samples', () => {
	const lists = {
		Wazzup: wazzup,
		WazzupClient: client,
		WazzupLegacy: legacy,
		WazzupPartner: partner,
	};
	expect(Object.keys(lists).sort()).toEqual(actionNodes.map(({ name }) => name).sort());
	const have = Object.entries(lists).flatMap(([node, samples]) =>
		samples.map(({ resource, operation }) => `${node} ${resource} ${operation}`),
	);
	const all = allOperations().map(
		({ node, resource, operation }) => `${node.name} ${resource.value} ${operation.value}`,
	);
	expect([...new Set(have)].sort()).toEqual(all.sort());
});

/** The places in which a canary is found, each with a piece of its surroundings. */
function leaksIn(value: unknown): string[] {
	const texts = [...new Set(textsIn(value))];
	return texts.filter((text) => /canary/i.test(text) || text.includes(basic));
}

test.each(doors)(
	'$name: no secret comes out of a refusal or a lost connection',
	async ({ node, samples, credentialType, credentials, authentication, grants }) => {
		const side = pLimit(150);
		const runs = samples.flatMap((sample, index) =>
			failures.flatMap((failure, place) =>
				// One failure shows every shape, the others take turns.
				(failure === '422' ? range(shapeCount) : [(index + place) % shapeCount]).map((shape) => ({
					...{ sample, failure, shape },
					onError: (index + shape) % 2 ? ('continueErrorOutput' as const) : undefined,
				})),
			),
		);
		const leaks = await Promise.all(
			runs.map(
				async ({ sample, failure, shape, onError }) =>
					await side(async () => {
						const parameters = await parametersOf(sample, known);
						const baseUrl = echo.baseUrl(failure, shape, grants);
						const result = await runNode({
							parameters: { accountId: '12345678', authentication, ...parameters },
							items: sample.items,
							credentials: { ...credentials, baseUrl },
							...{ nodeType: node(), credentialType, onError },
						});
						const failed = result.error ?? result.failed[0];
						if (!sendsNothing(sample)) {
							expect(failed).toBeDefined();
							const { pathname } = new URL(baseUrl);
							const asked = echo.urls.some((url) => url.startsWith(`${pathname}/`));
							expect(`${sample.operation} of ${sample.resource} asked: ${asked}`).toContain('true');
						}
						const { resource, operation } = sample;
						const where = `${operation} of ${resource}, ${failure}, shape ${shape}`;
						return leaksIn(result).map((text) => `${where}: ${text.slice(0, 300)}`);
					}),
			),
		);
		expect(leaks.flat()).toEqual([]);
		expect(leaksIn(logged)).toEqual([]);
		expect(leaksIn(echo.urls)).toEqual([]);
	},
	300_000,
);

test('the log was listened to', () => expect(logged).not.toHaveLength(0));
