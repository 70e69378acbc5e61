import { createHash, randomUUID } from 'crypto';
import type { Parameters } from '../../../shared/parameters';
import type { Run } from '../../../shared/run';

/**
 * The `crmMessageId` of an item that has none of its own: the same when n8n repeats the same item of the same run
 * (Retry On Fail), so that Wazzup refuses what already went out; another one in every other run.
 */
export function crmMessageIdFor(parameters: Parameters, run: Run): string {
	const { functions, node } = run;
	const execution = (functions.getExecutionId() as string | undefined) ?? randomUUID();
	const runIndex: unknown = functions.evaluateExpression('{{ $runIndex }}', parameters.itemIndex);
	const parts = [
		functions.getInstanceId(),
		functions.getWorkflow().id,
		execution,
		node.id,
		runIndex,
		parameters.itemIndex,
	];
	return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
