import type { INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import type { BodyOf } from '../../../../api/endpoint';
import type { startMessageExport } from '../../../../api/tech/messageExports';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';
import { channelLocator } from '../../fields/channel';

/** Which messages are exported: of a period, of all channels or of one. */
export const periodFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'startAt',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'The beginning of the period, in the time zone of the workflow',
	},
	{
		displayName: 'To',
		name: 'endAt',
		type: 'dateTime',
		default: '',
		description: 'The end of the period, in the time zone of the workflow. Left empty, it is now.',
	},
	{
		...channelLocator,
		required: false,
		description: 'Only messages of this channel. Left empty, those of all channels.',
	},
];

/** Reads the period of one item. Throws an input error for what is no time. */
export function readPeriod(parameters: Parameters, run: Run): BodyOf<typeof startMessageExport> {
	const channelId = parameters.picked('channelId');
	const endAt = parameters.text('endAt');
	return {
		start_at: readTime(parameters, run, 'From', parameters.required('startAt', 'From')),
		end_at: endAt === undefined ? inUtc(DateTime.utc()) : readTime(parameters, run, 'To', endAt),
		...(channelId !== undefined && { channel_id: channelId }),
	};
}

/** A time as the editor, an expression or a table gives it; without a zone it is of the workflow's. */
function readTime(parameters: Parameters, run: Run, name: string, text: string): string {
	const zone = run.functions.getTimezone();
	const time = [DateTime.fromISO(text.trim(), { zone }), DateTime.fromSQL(text.trim(), { zone })];
	const valid = time.find(({ isValid }) => isValid);
	return valid
		? inUtc(valid.toUTC())
		: parameters.refuse(
				`${name} "${text}" is not a time`,
				'Give a time like 2026-01-31T18:30:00, or 2026-01-31T18:30:00Z for one in UTC.',
			);
}

const inUtc = (time: DateTime): string => time.toISO({ suppressMilliseconds: true }) ?? '';
