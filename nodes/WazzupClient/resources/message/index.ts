import type { Resource } from '../../../shared/operation';
import { remove } from './delete';
import { edit } from './edit';
import { exportMessages } from './export';
import { getExport } from './getExport';
import { send } from './send';
import { startExport } from './startExport';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	operations: [send, edit, remove, exportMessages, startExport, getExport],
};
