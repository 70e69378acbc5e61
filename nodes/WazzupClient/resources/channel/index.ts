import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getConnectLink } from './getConnectLink';
import { getMany } from './getMany';
import { getPairingCode } from './getPairingCode';
import { reinitialize } from './reinitialize';
import { submitPassword } from './submitPassword';

export const channel: Resource = {
	value: 'channel',
	name: 'Channel',
	operations: [
		getMany,
		get,
		create,
		getConnectLink,
		getPairingCode,
		submitPassword,
		reinitialize,
		remove,
	],
};
