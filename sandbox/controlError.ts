/** A control request that can't be done; the message says why. */
export class ControlError extends Error {
	constructor(
		message: string,
		readonly status: 400 | 404 = 400,
	) {
		super(message);
	}
}
