import './impatient';
import type { INodeType } from 'n8n-workflow';
import { range } from 'lodash';
import pLimit from 'p-limit';
import { Wazzup } from '../../../nodes/Wazzup/Wazzup.node';
import { WazzupClient } from '../../../nodes/WazzupClient/WazzupClient.node';
import { WazzupLegacy } from '../../../nodes/WazzupLegacy/WazzupLegacy.node';
import { WazzupPartner } from '../../../nodes/WazzupPartner/WazzupPartner.node';
import { actionNodes, allOperations } from '../../../scripts/nodes';
import { runNode } from '../../engine/harness';
import { client } from '../../samples/client';
import { legacy } from '../../samples/legacy';
import { partner } from '../../samples/partner';
import { parametersOf, type Known, type Sample } from '../../samples/sample';
import { wazzup } from '../../samples/wazzup';
import { guid } from '../../unit/api/contracts';
import {
	canary,
	clientDoors,
	closedDoors,
	keyDoor,
	partnerDoor,
	plainCanary,
	type Door,
} from './doors';
import { type Failure, failures, shapeCount, useEcho } from './echo';
import { leaksIn } from './leaks';

/** Operations of a node that go through a door. */
interface Way {
	name: string;
	node: () => INodeType;
	door: Door;
	samples: readonly Sample[];
}

const clientWay = (samples: readonly Sample[]) => (door: Door) => ({
	...{ name: `Wazzup Client, ${door.name}`, node: () => new WazzupClient(), door, samples },
});
const givesTokens = ({ operation }: Sample) => operation === 'getClientToken';

const ways: Way[] = [
	{ name: 'Wazzup', node: () => new Wazzup(), door: keyDoor, samples: wazzup },
	{ name: 'Wazzup Legacy', node: () => new WazzupLegacy(), door: keyDoor, samples: legacy },
	...clientDoors.map(clientWay(client)),
	// Where no token is given, all operations end alike.
	...closedDoors.map(clientWay(client.slice(0, 3))),
	...(['none', 'machine'] as const).map((grants) => ({
		name: `Wazzup Partner, tokens: ${grants}`,
		node: () => new WazzupPartner(),
		door: partnerDoor(grants),
		samples: grants === 'none' ? partner : partner.filter(givesTokens),
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

const use = useEcho();

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

/** Runs an operation into a failure, and gives the places in which a secret is found. */
async function leaksOf(
	{ node, door }: Way,
	sample: Sample,
	{ failure, shape, goesOn }: { failure: Failure; shape: number; goesOn: boolean },
): Promise<string[]> {
	const { credentialType, credentials, authentication, grants } = door;
	const { baseUrl, urls } = use.echo.meet({ failure, shape, grants });
	const parameters = await parametersOf(sample, known);
	const result = await runNode({
		parameters: { accountId: '12345678', authentication, ...parameters },
		items: sample.items,
		credentials: { ...credentials, baseUrl },
		onError: goesOn ? 'continueErrorOutput' : undefined,
		...{ nodeType: node(), credentialType },
	});
	const where = `${sample.operation} of ${sample.resource}, ${failure}, shape ${shape}`;
	const isAsExpected = urls.length > 0 && (result.error ?? result.failed[0]) !== undefined;
	const amiss = isAsExpected || sendsNothing(sample) ? [] : ['did not run into the failure'];
	return [...amiss, ...leaksIn([result, urls])].map((text) => `${where}: ${text}`);
}

test.each(ways)(
	'$name: no secret comes out of a refusal or a lost connection',
	async (way) => {
		// More at once gain nothing, and take memory.
		const side = pLimit(50);
		const runs = way.samples.flatMap((sample, index) =>
			failures.flatMap((failure, place) =>
				// One failure shows every shape, the others take turns.
				(failure === '422' ? range(shapeCount) : [(index + place) % shapeCount]).map((shape) => ({
					sample,
					cell: { failure, shape, goesOn: (index + shape) % 2 === 1 },
				})),
			),
		);
		const leaks = await Promise.all(
			runs.map(
				async ({ sample, cell }) => await side(async () => await leaksOf(way, sample, cell)),
			),
		);
		expect(leaks.flat()).toEqual([]);
		expect(leaksIn(use.logged)).toEqual([]);
	},
	120_000,
);

test('the log was listened to', () => expect(use.logged).not.toHaveLength(0));
