import { jsonParse } from 'n8n-workflow';
import type { Answer } from './http';

const HIDDEN = '•••';

/** The answer without the secrets, should Wazzup repeat them in a refusal. A success is left as it is. */
export function concealed(answer: Answer, secrets: readonly string[]): Answer {
	const hide = (text: string) =>
		secrets
			.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text)
			.replace(/\b(Bearer|Basic)\s+[^\s"',;]+/gi, `$1 ${HIDDEN}`);
	if (answer.kind === 'notSent') return { ...answer, message: hide(answer.message) };
	if (answer.kind !== 'answer' || answer.status < 300) return answer;
	const { body } = answer;
	if (typeof body === 'string') return { ...answer, body: hide(body) };
	return { ...answer, body: jsonParse(hide(JSON.stringify(body ?? null))) };
}
