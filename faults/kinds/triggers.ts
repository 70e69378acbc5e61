import { asOwner, asPartner, forAccount } from '../engine';
import { register } from './turns';

/** Another program, with requests of its own; undefined where no answer came. */
const another =
	(url: string, authorization: string) =>
	async (method = 'GET', body?: object): Promise<Response | undefined> =>
		await fetch(url, {
			method,
			headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
			body: body && JSON.stringify(body),
		}).catch(() => undefined);

const withoutToken = (url: string, own: string) => (url.split('?')[0] === own ? own : url);

export const registerV3 = register(
	{ name: 'register', title: 'trigger: publish, unpublish, v3', match: { path: '/v3/webhooks' } },
	(sandbox) => ({
		options: {
			parameters: { events: ['messageReceived'] },
			credentials: asOwner(sandbox).credentials,
		},
		// The address stays for ever, with every switch off.
		now: (own) => {
			const { webhooksUri, subscriptions } = sandbox.control.state().webhooks;
			const isOn = Object.values(subscriptions).includes(true);
			return webhooksUri && isOn ? [withoutToken(webhooksUri, own)] : [];
		},
		published: (own) => [own],
		unpublished: [],
		look: another(`${sandbox.url}/v3/webhooks`, `Bearer ${sandbox.apiKey}`),
	}),
);

/** Events on tech: each is a subscription of its own, and another program has one of them, too. */
const techEvents = ['message.add', 'message.edit'];
const otherUrl = 'https://example.com/other?key=of-another';

export const registerTech = register(
	{
		name: 'registerTech',
		title: 'trigger: publish, unpublish, tech',
		match: { path: '/v2/webhooks', surface: 'tech' },
		sandbox: { doubleSubscriptions: true },
	},
	(sandbox) => {
		const { credentialType, credentials } = asPartner(sandbox);
		const ask = another(`${sandbox.techUrl}/v2/webhooks`, `Bearer ${sandbox.clientToken()}`);
		const lines = () => sandbox.control.tech.account().webhooks;
		const line = (event: string, url: string) => `${event} ${url}`;
		return {
			options: {
				parameters: {
					surface: 'tech',
					...forAccount(sandbox.accountId),
					events: ['messageReceived', 'message.edit'],
				},
				credentialType,
				credentials,
			},
			now: (own) => lines().map(({ event, url }) => line(event, withoutToken(url, own))),
			published: (own) => [
				line('message.add', otherUrl),
				...techEvents.map((event) => line(event, own)),
			],
			unpublished: [line('message.add', otherUrl)],
			look: async () => await ask(),
			occupy: async () => {
				const answer = await ask('POST', { data: [{ url: otherUrl, event: 'message.add' }] });
				if (!answer?.ok) throw new Error('The other program could not subscribe');
			},
		};
	},
);

export const registerLegacy = register(
	{
		name: 'registerLegacy',
		title: 'trigger: take over, give back, legacy',
		match: { path: '/v2/webhooks', surface: 'legacy' },
	},
	(sandbox, host) => {
		host.others.set('/other', 200);
		const other = `${host.origin}/other?key=of-another`;
		const ask = another(`${sandbox.url}/v2/webhooks`, `Basic ${sandbox.apiKey}`);
		const now = (own = '') => {
			const { webhooksUrl } = sandbox.control.state().legacy;
			return webhooksUrl === null ? [] : [withoutToken(webhooksUrl, own)];
		};
		return {
			options: {
				parameters: { surface: 'legacy', events: ['messageReceived'], takeOver: true },
				credentials: asOwner(sandbox).credentials,
			},
			now,
			published: (own) => [own],
			unpublished: [other],
			look: async () => await ask(),
			occupy: async () => {
				// Its requests meet the fault as well.
				while (!now().includes(other)) await ask('PUT', { url: other });
			},
		};
	},
);
