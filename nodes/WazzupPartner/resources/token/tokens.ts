import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { dataOf } from '../../../../api/tech/common';
import { tokens } from '../../../../api/tech/oauth';
import type { Parameters } from '../../../shared/parameters';
import { techItems } from '../../../shared/tech/reply';

const withEnd = {
	/** ISO 8601. */
	expiresAt: z.string().optional(),
};

/** Contract of the item of client tokens. */
export const clientTokens = tokens.extend(withEnd);

/** Contract of the item of a machine token. */
export const machineToken = tokens
	.omit({ refresh_token: true, refresh_expires_in: true })
	.extend(withEnd);

/**
 * The item of a reply with tokens: the tokens, and when the access token ends by the clock of this n8n; with Raw the
 * reply as it is.
 * @param kept what stays good when Wazzup replaces it by nothing
 */
export function tokenItem(
	reply: unknown,
	parameters: Parameters,
	kept: IDataObject = {},
): IDataObject[] {
	if (parameters.flag('raw')) return techItems(reply, parameters);
	const data = tokens.parse(dataOf(reply));
	const { expires_in: seconds } = data;
	const given = Object.entries(data).filter(([, value]) => value !== null && value !== '');
	return [
		{
			...kept,
			...Object.fromEntries(given),
			...(typeof seconds === 'number' && {
				expiresAt: DateTime.utc().plus({ seconds }).toISO(),
			}),
		},
	];
}
