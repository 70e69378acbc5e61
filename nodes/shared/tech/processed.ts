import { processedOf } from '../../../api/tech/common';

/**
 * What an item says when Wazzup processed fewer entities of its request than were sent; undefined when it processed all
 * of them, or does not tell. It never says which they are, unless they are all of them.
 */
export function shortfall(noun: string, reply: unknown, sent: number): string | undefined {
	const processed = processedOf(reply);
	if (processed === undefined || processed >= sent) return undefined;
	return processed === 0
		? `Wazzup took the request but did not process this ${noun}. It may not know the ID.`
		: `Wazzup processed ${processed} of the ${sent} ${noun}s that went in one request, and does not say which. It may not know the IDs of the others.`;
}
