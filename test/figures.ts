import { appendFileSync } from 'node:fs';
import { sum } from 'lodash';

/** What a test under stress has counted. */
export interface Figures {
	surface: string;
	what: string;
	/** Requests, repeats and what is not genuine included. */
	deliveries: number;
	/** Genuine ones, each counted once. */
	events: number;
	runs: number;
	/** Events without a run. */
	lost: number;
	/** Events with more than one run. */
	doubled: number;
	seconds: number;
}

interface Counted {
	surface: string;
	what: string;
	deliveries: number;
	/** The genuine events, by their texts. */
	texts: readonly string[];
	/** How many runs each text had. */
	runs: Readonly<Record<string, number>>;
	/** `Date.now()` */
	started: number;
}

/** Notes a line for the script that has put a file's name into the variable; elsewhere nothing happens. */
export function note(variable: 'STRESS_FIGURES' | 'QUEUE_FIGURES', figures: object): void {
	const file = process.env[variable];
	if (file !== undefined) appendFileSync(file, `${JSON.stringify(figures)}\n`);
}

/** What a test of the trigger has counted, for scripts/stress.ts. */
export function noteFigures({ texts, runs, started, ...others }: Counted): void {
	const figures: Figures = {
		...others,
		events: texts.length,
		runs: sum(Object.values(runs)),
		lost: texts.filter((text) => !runs[text]).length,
		doubled: texts.filter((text) => (runs[text] ?? 0) > 1).length,
		seconds: (Date.now() - started) / 1_000,
	};
	note('STRESS_FIGURES', figures);
}
