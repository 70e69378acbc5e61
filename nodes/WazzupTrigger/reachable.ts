import { NodeOperationError, type INode } from 'n8n-workflow';

/** IPv4 ranges that no host on the internet reaches: this machine, private networks, link-local, carrier NAT. */
const LOCAL_IPV4 = [
	/^0\./,
	/^10\./,
	/^127\./,
	/^169\.254\./,
	/^192\.168\./,
	/^172\.(1[6-9]|2\d|3[01])\./,
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/** IPv6, in brackets as URL gives it: unspecified, loopback, unique local, link-local. */
const LOCAL_IPV6 = [/^\[::1?\]$/, /^\[f[cd]/, /^\[fe[89ab]/];

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/** Whether the host of an address exists on this machine or in a private network only. */
export function isLocal(url: string): boolean {
	const host = new URL(url).hostname.toLowerCase().replace(/\.$/, '');
	if (host.startsWith('[')) {
		const mapped = /^\[::ffff:([0-9a-f]+):([0-9a-f]+)\]$/.exec(host);
		return mapped ? isLocalIpv4(ipv4Of(mapped)) : LOCAL_IPV6.some((range) => range.test(host));
	}
	if (/^\d+(\.\d+){3}$/.test(host)) return isLocalIpv4(host);
	// A name without a dot is one of a container or of an office network.
	return !host.includes('.') || LOCAL_NAMES.test(host);
}

const isLocalIpv4 = (host: string) => LOCAL_IPV4.some((range) => range.test(host));

/** `[::ffff:7f00:1]` is 127.0.0.1 in the form of IPv6. */
function ipv4Of([, high = '0', low = '0']: RegExpExecArray): string {
	return [high, low]
		.map((half) => parseInt(half, 16))
		.flatMap((half) => [half >> 8, half & 255])
		.join('.');
}

/**
 * Stops a registration that cannot work, before Wazzup is asked.
 * Where the Base URL is as local as the address, both are in the same network (the sandbox) and it is let through.
 */
export function checkReachable(node: INode, uri: string, baseUrl: string): void {
	if (!isLocal(uri) || isLocal(baseUrl)) return;
	throw new NodeOperationError(
		node,
		`Wazzup cannot reach this n8n: ${new URL(uri).host} is an address of this machine or of a private network`,
		{
			description:
				'Set WEBHOOK_URL of n8n to its public https address. On a computer without one, a tunnel (e.g. cloudflared or ngrok) gives you one.',
		},
	);
}
