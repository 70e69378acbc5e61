import { startMessageExport } from '../../../../api/tech/messageExports';
import type { Operation } from '../../../shared/operation';
import { raw } from '../../../shared/tech/reply';
import { techPerItem } from '../../../shared/tech/runners';
import { periodFields, readPeriod } from './period';

export const startExport: Operation = {
	value: 'startExport',
	name: 'Start Export',
	action: 'Start message export',
	description:
		'Let Wazzup collect the messages of a period into a file, without waiting for it. Get Export, or an event of the trigger, tells when it is ready.',
	fields: [...periodFields, raw],
	runner: techPerItem({
		endpoint: startMessageExport,
		request: (parameters, run) => ({ body: readPeriod(parameters, run) }),
	}),
};
