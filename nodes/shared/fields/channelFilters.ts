import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { sortBy } from 'lodash';
import { sameCode } from '../../../api/codes';
import { channelStateOf, channelStates } from '../../../api/v3/channels';
import { readList, type Parameters } from '../parameters';

const stateNames: Record<keyof typeof channelStates, string> = {
	active: 'Active',
	blocked: 'Blocked',
	disabled: 'Disabled',
	foreignphone: 'Foreign Phone',
	init: 'Starting',
	notEnoughMoney: 'Not Paid For',
	onModeration: 'In Review',
	openElsewhere: 'Open Elsewhere',
	phoneUnavailable: 'Phone Unavailable',
	qr: 'QR Code Needed',
	qridle: 'QR Code Expired',
	rejected: 'Rejected',
	unauthorized: 'Signed Out',
	waitForCode: 'Waiting for Code',
	waitForPassword: 'Waiting for Password',
};

const stateOptions: INodePropertyOptions[] = sortBy(
	Object.entries(channelStates).map(([value, { meaning }]) => ({
		name: stateNames[value as keyof typeof channelStates],
		value,
		description: meaning,
	})),
	'name',
);

/** Filters of a list of channels. Wazzup filters none itself; {@link keptChannels} does. */
export const channelFilters = (
	transports: ReadonlyArray<{ name: string; value: string }>,
): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Able to Send',
			name: 'ableToSend',
			type: 'boolean',
			default: true,
			description:
				'Whether to return the channels that can send now. Switched off: the ones that cannot and need attention.',
		},
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			options: stateOptions,
			default: [],
			description: 'Only channels in one of these states',
		},
		{
			displayName: 'Transports',
			name: 'transports',
			type: 'multiOptions',
			options: sortBy(transports, 'name').map(({ name, value }) => ({ name, value })),
			default: [],
			description: 'Only channels of these messengers',
		},
	],
});

/** Whether a channel passes the filters. `state` is compared without regard to case. */
export function keptChannels(
	parameters: Parameters,
): (channel: { transport?: string | null; state?: string | null }) => boolean {
	const { ableToSend, ...wanted } = parameters.collection('filters');
	const wantedTransports = readList(wanted.transports);
	const wantedStates = readList(wanted.states);
	const fits = (values: string[], value?: string | null) =>
		values.length === 0 || values.some((one) => sameCode(one, value));
	return ({ transport, state }) =>
		fits(wantedTransports, transport) &&
		fits(wantedStates, state) &&
		(typeof ableToSend !== 'boolean' ||
			ableToSend === (channelStateOf(state ?? '')?.canSend ?? false));
}
