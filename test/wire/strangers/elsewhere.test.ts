import type { ICredentialType } from 'n8n-workflow';
import { WazzupApi } from '../../../credentials/WazzupApi.credentials';
import { WazzupClientApi } from '../../../credentials/WazzupClientApi.credentials';
import { WazzupPartnerApi } from '../../../credentials/WazzupPartnerApi.credentials';
import { runNode, type CredentialType } from '../../engine/harness';
import { nodes } from './nodes';
import { startServer } from './server';

const request = { resource: 'apiRequest', operation: 'send', authentication: 'clientToken' };
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

describe.each(nodes)('API Request of $name', ({ prefix, nodeType, ...credential }) => {
	const run = async (path: string, baseUrl: string, method = 'GET') =>
		await runNode({
			parameters: { ...request, method, path },
			nodeType: nodeType(),
			credentialType: credential.credentialType,
			credentials: { ...credential.credentials, baseUrl },
		});

	test('cannot be pointed to another host, or out of its surface', async () => {
		const [own, other] = await Promise.all([startServer(), startServer()]);
		const { host } = new URL(other.url);
		const ways = [
			...[`${other.url}${prefix}x`, `//${host}${prefix}x`, `\\\\${host}${prefix}x`, `/\\${host}/x`],
			...[`http:${host}/x`, `@${host}${prefix}x`, `:80@${host}${prefix}x`, `.${host}${prefix}x`],
			...[`${prefix}/${host}`, `${prefix}../x`, `${prefix}%2e%2e/x`, `${prefix}a/..%2f..%2fx`],
			...[`${prefix}%5c..%5cx`, `${prefix}.\t./x`, `\t//${host}/x`, `h\nttp://${host}/x`, '/v1/x'],
		];
		for (const path of ways) {
			const { error } = await run(path, own.url);
			expect(`${path} ${error?.message}`).toContain('cannot be sent');
		}
		expect([...own.asked, ...other.asked]).toEqual([]);
		const { error } = await run(`${prefix}x`, own.url);
		expect(error).toBeUndefined();
		expect(own.asked).toHaveLength(1);
	});

	test.each(methods)('%s: a redirect is not followed', async (method) => {
		const other = await startServer();
		const own = await startServer(`${other.url}${prefix}x`);
		const { error } = await run(`${prefix}x`, own.url, method);
		expect(error?.message).toContain('redirect');
		expect(own.asked).toHaveLength(1);
		expect(other.asked).toEqual([]);
	});
});

test.each(['refreshToken', 'partnerLogin'])(
	'%s: a request for tokens does not follow a redirect',
	async (kind) => {
		const other = await startServer();
		const own = await startServer(`${other.url}/v2/oauth/token`);
		const login = { email: 'partner@example.com', password: 'canary', baseUrl: own.url };
		const [, clientNode] = nodes;
		const isPartner = kind === 'partnerLogin';
		const { error } = await runNode({
			parameters: {
				...{ resource: 'channel', operation: 'getMany', accountId: '12345678' },
				authentication: isPartner ? 'partnerLogin' : 'clientToken',
			},
			nodeType: clientNode?.nodeType(),
			credentialType: isPartner ? 'wazzupPartnerApi' : 'wazzupClientApi',
			credentials: { ...login, accessBy: kind, refreshToken: 'canary', clientId: 'id' },
		});
		expect(error).toBeDefined();
		expect(own.asked).not.toHaveLength(0);
		expect(other.asked).toEqual([]);
	},
);

const credentials: Array<[CredentialType, ICredentialType, Record<string, string>]> = [
	['wazzupApi', new WazzupApi(), { apiKey: 'canary' }],
	[
		'wazzupClientApi',
		new WazzupClientApi(),
		{ accessBy: 'accessToken', clientAccessToken: 'canary' },
	],
	['wazzupPartnerApi', new WazzupPartnerApi(), { email: 'a@b.c', password: 'canary' }],
];

describe.each(credentials)('%s', (_name, type, secrets) => {
	const baseUrl = 'https://wazzup.example.com';
	const add = async (url: string, baseURL?: string) => {
		if (typeof type.authenticate !== 'function') throw new Error('It adds the secret itself');
		return await type.authenticate({ ...secrets, baseUrl }, { url, baseURL });
	};

	test.each([
		['https://evil.example.com/v3/channels', undefined],
		['//evil.example.com/v3/channels', undefined],
		['\\\\evil.example.com/v3/channels', undefined],
		['/\\evil.example.com/v3/channels', undefined],
		['ht\ttps://evil.example.com', undefined],
		['https://wazzup.example.com@evil.example.com/', undefined],
		['https://wazzup.example.com.evil.example.com/', undefined],
		['https://wazzup.example.com:8443/', undefined],
		['http://wazzup.example.com/', undefined],
		['/v3/channels', 'https://evil.example.com'],
		['https://evil.example.com/x', 'https://wazzup.example.com'],
	])('sends its secret nowhere else: %j, %j', async (url, baseURL) => {
		await expect(add(url, baseURL)).rejects.toThrow('change the Base URL of the credential');
	});

	test.each([
		['https://wazzup.example.com/v3/channels', undefined],
		['/v3/channels', 'https://wazzup.example.com'],
		['/v3/channels', undefined],
	])('sends it to its own host: %j, %j', async (url, baseURL) => {
		const { headers, ...options } = await add(url, baseURL);
		expect(headers?.Authorization).toMatch(/^(Bearer canary|Basic \w+)/);
		// Other nodes use the credential, too.
		expect(options.disableFollowRedirect).toBe(true);
		expect(options.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});
});
