import type { Resource } from '../../../shared/operation';
import { clearAll } from './clearAll';
import { getUnanswered } from './getUnanswered';

export const counter: Resource = {
	value: 'counter',
	name: 'Counter',
	operations: [getUnanswered, clearAll],
};
