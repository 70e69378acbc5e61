import { techTransports, type TechTransport } from '../../api/tech/channels';

export const transports = techTransports;

/** The kind of channel with this value, in any case; `undefined` for one that nobody knows. */
export const transportOf = (value: string): TechTransport | undefined =>
	transports.find((known) => known.value.toLowerCase() === value.toLowerCase());

/** How a channel of a kind comes to work: somebody scans a code, its credentials do, or somebody opens a page. */
export function wayOf({ value, credentials }: TechTransport): 'code' | 'credentials' | 'page' {
	if (credentials.length > 0) return 'credentials';
	return ['whatsapp', 'tgapi', 'viber', 'max'].includes(value) ? 'code' : 'page';
}
