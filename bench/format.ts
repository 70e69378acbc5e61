/** Values as the tables show them. */

export const count = (value: number): string => value.toLocaleString('en-US');

/** Three figures are all that a measurement of this kind carries. */
export function seconds(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1024).toFixed(0)} kB`;
}

/** Time of one item, in milliseconds or microseconds. */
export function perItem(secondsInAll: number, items: number): string {
	const milliseconds = (secondsInAll * 1000) / items;
	return milliseconds >= 1
		? `${milliseconds.toFixed(1)} ms`
		: `${(milliseconds * 1000).toFixed(0)} µs`;
}

/** `0.42×`: how many times as much one thing took as the other, measured in the same run. */
export function times(one: number, other: number): string {
	const ratio = one / other;
	return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`;
}

export function percent(share: number): string {
	return `${(share * 100).toFixed(share < 0.1 ? 2 : share < 1 ? 1 : 0)} %`;
}
