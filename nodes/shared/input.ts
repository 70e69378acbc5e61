import { NodeOperationError, type INode } from 'n8n-workflow';
import type { z } from 'zod/v4';

/** Input that cannot be sent, told with its place and the way to mend it. */
export function inputError(
	node: INode,
	itemIndex: number,
	message: string,
	fix: string,
): NodeOperationError {
	return new NodeOperationError(node, message, { description: fix, itemIndex });
}

/** `contactData[0].chatId` from the path of a contract's issue. */
export function fieldName(path: readonly PropertyKey[]): string {
	return path.reduce<string>(
		(text, part) =>
			typeof part === 'number'
				? `${text}[${part}]`
				: text
					? `${text}.${String(part)}`
					: String(part),
		'',
	);
}

export type Checked<T> = { fits: true; value: T } | { fits: false; error: NodeOperationError };

/**
 * Checks a value against its contract before anything is sent.
 * @returns the value as the contract reads it, or the error that names the field
 */
export function checkContract<T>(
	node: INode,
	itemIndex: number,
	contract: z.ZodType<T>,
	value: unknown,
	what: string,
): Checked<T> {
	const checked = contract.safeParse(value, { reportInput: true });
	if (checked.success) return { fits: true, value: checked.data };
	const { issues } = checked.error;
	const error = inputError(
		node,
		itemIndex,
		`${what} was not sent: ${issues.map(explainIssue).join('; ')}`,
		'Change the named field and run it again.',
	);
	error.context.wazzup = { fields: issues.map(({ path }) => fieldName(path)).filter(Boolean) };
	return { fits: false, error };
}

/** An issue of a contract in the words of a person who fills in a form, with the field's name. */
function explainIssue(issue: z.core.$ZodIssue): string {
	const field = fieldName(issue.path);
	const amiss = whatIsAmiss(issue);
	if (amiss) return field ? `${field} ${amiss}` : `it ${amiss}`;
	const sentence = issue.message.replace(/\.$/, '');
	return field ? `${sentence} (${field})` : sentence;
}

/** The end of a sentence that begins with the field's name; undefined where the contract has a sentence of its own. */
function whatIsAmiss(issue: z.core.$ZodIssue): string | undefined {
	const isMissing = issue.input === undefined;
	switch (issue.code) {
		case 'invalid_type':
			return isMissing ? 'is required' : `must be ${A[issue.expected] ?? issue.expected}`;
		case 'invalid_union':
			return isMissing ? 'is required' : undefined;
		case 'too_small':
			return Number(issue.minimum) === 1 ? 'must not be empty' : undefined;
		case 'too_big':
			if (issue.origin === 'string') return `has more than ${issue.maximum} characters`;
			return issue.origin === 'array' ? `has more than ${issue.maximum} entries` : undefined;
		case 'invalid_value':
			return `${isMissing ? 'is required,' : 'must be'} one of ${issue.values.map(String).join(', ')}`;
		default:
			return undefined;
	}
}

const A: Record<string, string | undefined> = {
	string: 'a text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'an object',
};
