import { authorize, clientEndpoints, partnerEndpoints, techEndpoints } from '../../../api/tech';
import { partner } from '../../samples/partner';
import type { Known, Thing } from '../../samples/sample';
import { routeSuite } from '../routeSuite';
import { useTech } from '../client/useTech';

const tech = useTech();

/** A code of the browser's way, and the verifier that belongs to it. */
let way: Promise<{ code: string; verifier: string }> | undefined;
afterEach(() => (way = undefined));

async function authorized() {
	const { items } = await tech.runPartner({
		...{ resource: 'token', operation: 'getAuthorizeUrl', clientId: tech.login().clientId },
		redirectUri: 'https://crm.example.com/redirect',
	});
	const { headers } = await fetch(`${String(items[0]?.url)}&_auto=allow`, { redirect: 'manual' });
	const { searchParams } = new URL(headers.get('location') ?? '');
	return { code: searchParams.get('code') ?? '', verifier: String(items[0]?.verifier) };
}

const made: Partial<Record<Thing, Known>> = {
	account: () => tech.accountId,
	code: async () => (await (way ??= authorized())).code,
	verifier: async () => (await (way ??= authorized())).verifier,
	refreshToken: () => tech.control.tech.refreshToken(),
};
/** PATCH …/marketplaces is for an entry that is there. */
const enter = async () => {
	await tech.runPartner({
		...{ resource: 'marketplace', operation: 'create', crmCode: 'first-crm', secret: 's' },
		authRedirectUri: 'https://crm.example.com/redirect',
	});
};

routeSuite({
	name: "a partner's own account",
	node: 'WazzupPartner',
	// A browser opens the page where the customer allows access: no operation sends that request.
	endpoints: partnerEndpoints.filter((endpoint) => endpoint !== authorize),
	samples: partner.map((sample) =>
		sample.route === 'PATCH /v2/marketplaces'
			? {
					...sample,
					parameters: async (known) => {
						await enter();
						return { ...(await sample.parameters?.(known)) };
					},
				}
			: sample,
	),
	sandbox: {
		get control() {
			return tech.control;
		},
		run: tech.runPartner,
	},
	known: async (thing) => (await made[thing]?.(thing)) ?? `a ${thing}`,
});

test('with those of a customer, these are all 58 routes', () => {
	expect(techEndpoints).toHaveLength(58);
	expect([...partnerEndpoints, ...clientEndpoints]).toEqual(techEndpoints);
});
