import type { Answer } from './surface';

/** An answer that ends the handling of a request: thrown, and sent as it is. */
export class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super(`HTTP ${answer.status}`);
	}
}
