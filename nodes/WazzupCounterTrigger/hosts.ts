import { counterHosts } from '../../api/counterSockets';

/**
 * Where the key may go beside the Base URL of its credential. The counter lives on hosts of its own, one of which only
 * Wazzup's answer names; with Wazzup's own Base URL they belong to Wazzup's domain, with another one (a proxy, the
 * sandbox) to the host of that Base URL, so that a key never reaches anybody the credential does not name.
 */
export interface CounterHosts {
	/** Names the host of the v3 socket; without a slash at the end. */
	lookup: string;
	/** Of the legacy socket. */
	legacy: string;
	/** The origin of the host that the lookup named; undefined for one that must not get the key. */
	originOf: (host: string) => string | undefined;
}

/** @param baseUrl of the credential, without a slash at the end */
export function hostsFor(baseUrl: string): CounterHosts {
	const base = new URL(baseUrl);
	if (base.origin === counterHosts.api) {
		const isWazzups = ({ hostname }: URL) => hostname.endsWith(`.${counterHosts.domain}`);
		return {
			lookup: counterHosts.v3,
			legacy: counterHosts.legacy,
			originOf: (host) => readOrigin('https:', host, isWazzups),
		};
	}
	return {
		lookup: baseUrl,
		legacy: base.origin,
		originOf: (host) =>
			readOrigin(base.protocol, host, ({ hostname }) => hostname === base.hostname),
	};
}

/** The documents show a bare host; a scheme before it is read too, but the connection is as secure as the Base URL's. */
function readOrigin(
	protocol: string,
	host: string,
	isAllowed: (url: URL) => boolean,
): string | undefined {
	const address = `${protocol}//${host.trim().replace(/^\w+:\/\//, '')}`;
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	const isHost = url.username === '' && url.password === '';
	return isHost && isAllowed(url) ? url.origin : undefined;
}
