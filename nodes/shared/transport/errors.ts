import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { explainCode, explainStatus, readErrorBody } from '../../../api/errors';
import type { Answer } from './http';
import type { Failure } from './request';

export type NodeError = NodeApiError | NodeOperationError;

/** Where an error belongs: the input item, and what in it. */
export interface Place {
	itemIndex?: number;
	/** Fields that Wazzup named, as paths of the body. */
	fields?: readonly string[];
}

interface Story {
	message: string;
	description: string;
	status?: number;
	code?: string;
	requestId?: string;
	fields?: readonly string[];
}

/** What is known of a failure, in the words for a person and as values for a workflow. Carries nothing that was sent. */
export interface FailureDetails {
	code?: string;
	httpStatus?: number;
	requestId?: string;
	fields?: string[];
	mayHaveHappened?: boolean;
}

/** Reads what Wazzup said in a refusal; empty for a lost connection. */
export function readRefusal(answer: Answer): ReturnType<typeof readErrorBody> {
	return answer.kind === 'answer' ? readErrorBody(answer.body) : {};
}

/** Makes the NodeApiError of a failed request: what happened, at which item and field, and how to mend it. */
export function apiError(node: INode, failure: Failure, place: Place = {}): NodeApiError {
	const story = tell(failure);
	const fields = place.fields ?? story.fields;
	const parts = [...(fields ?? []), ...(failure.about ? [failure.about] : [])];
	const at = parts.length ? ` (${parts.join(', ')})` : '';
	// n8n's headlines end without a full stop.
	const message = story.message.replace(/\.$/, '') + at;
	const known = [
		story.code && `Wazzup's code: ${story.code}`,
		story.status && `HTTP status: ${story.status}`,
		story.requestId && `request id: ${story.requestId}`,
	].filter(Boolean);
	const details: FailureDetails = {
		code: story.code,
		httpStatus: story.status,
		requestId: story.requestId,
		fields: fields?.length ? [...fields] : undefined,
		mayHaveHappened: failure.mayHaveHappened || undefined,
	};
	const error = new NodeApiError(
		node,
		{ ...details },
		{
			message,
			description: story.description + (known.length ? ` (${known.join(', ')})` : ''),
			httpCode: story.status?.toString() ?? 'none',
			itemIndex: place.itemIndex,
		},
	);
	// n8n replaces messages that contain a code it knows; ours already say more.
	error.message = message;
	error.context.wazzup = details;
	return error;
}

function tell(failure: Failure): Story {
	const { answer } = failure;
	const doubt = failure.mayHaveHappened && failure.endpoint.repeat !== 'safe';
	switch (answer.kind) {
		case 'cancelled':
			return {
				message: 'The execution was stopped before Wazzup answered',
				description: doubt ? MAY_HAVE_HAPPENED : 'Nothing needs to be mended.',
			};
		case 'notSent':
			return {
				message: answer.message,
				description: 'Nothing was sent. Check the credential of this node.',
			};
		case 'lost':
			return answer.sent
				? {
						message: 'The connection to Wazzup was lost before an answer came',
						description: doubt
							? MAY_HAVE_HAPPENED
							: `Tried ${times(failure.attempts)} (${answer.reason}). Run the workflow again; a repeat changes nothing that was already done.`,
					}
				: {
						message: 'Wazzup could not be reached',
						description: `Tried ${times(failure.attempts)} (${answer.reason}). Check the Base URL of the credential and the network of this n8n.`,
					};
		case 'refused': {
			const { what = '', fix = '' } = explainStatus(429, failure.endpoint.auth) ?? {};
			const until = DateTime.fromMillis(answer.until).toFormat('HH:mm:ss');
			return {
				message: what,
				description: `Wazzup takes requests of this account again at ${until}. ${fix}`,
				status: 429,
			};
		}
		case 'unreadable':
			if (answer.misfit !== undefined) {
				return {
					message: `Wazzup answered in another form than its documents say (${answer.misfit})`,
					description:
						'What was asked for has been carried out. Use API Request to read the answer as it is, and tell the authors of this node.',
					status: answer.status,
				};
			}
			return {
				message: 'Wazzup answered with something that cannot be read',
				description: doubt
					? MAY_HAVE_HAPPENED
					: `Tried ${times(failure.attempts)}. Check that the Base URL of the credential is Wazzup's own address; a proxy in between may have answered.`,
				status: answer.status,
			};
		case 'answer':
			return tellRefusal(answer.status, answer, failure);
	}
}

const MAY_HAVE_HAPPENED =
	'Wazzup may have carried it out all the same: look into the chat or the account before you run it again.';

function tellRefusal(status: number, answer: Answer, failure: Failure): Story {
	const refusal = readRefusal(answer);
	const { code, description, requestId } = refusal;
	const explained = code ? explainCode(code, failure.endpoint.auth) : undefined;
	const fields = readFields(refusal.data);
	const facts = { status, code, requestId, fields };
	const said = description ? ` Wazzup said: ${description}` : '';
	if (explained) {
		const fix = explained.vague ? explained.fix + said : explained.fix;
		return { ...facts, message: explained.what, description: fix };
	}
	if (status < 400) {
		return {
			...facts,
			message:
				'The Base URL answers with a redirect, which is not followed: a key is for one address only',
			description: 'Set the Base URL of the credential to the address that it redirects to.',
		};
	}
	const byStatus = explainStatus(status, failure.endpoint.auth);
	if (byStatus) {
		const doubt = failure.mayHaveHappened && failure.endpoint.repeat !== 'safe';
		const fix = doubt ? MAY_HAVE_HAPPENED : byStatus.fix;
		return { ...facts, message: byStatus.what, description: fix + said };
	}
	return {
		...facts,
		message: `Wazzup refused the request${code ? `: ${code}` : ''}`,
		description: said.trim() || 'Compare the fields of this node with the Wazzup account.',
	};
}

/** Field names of `data: { fields }`, the form of a refused message. */
function readFields(data: unknown): string[] | undefined {
	if (typeof data !== 'object' || data === null || !('fields' in data)) return undefined;
	return Array.isArray(data.fields) ? data.fields.map(String) : undefined;
}

const times = (attempts: number) => (attempts === 1 ? 'once' : `${attempts} times`);
