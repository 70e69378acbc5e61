import type { Say } from '../../host/progress';
import type { Contender } from '../engine/flow';
import type { Result } from '../engine/measure';
import type { Goal } from '../goal';
import type { SandboxSetup } from '../sandbox';

/** What every scenario gets. */
export interface Context {
	say: Say;
	/** A temporary folder, removed at the end. */
	folder: string;
	/** Where the packed package is installed, as n8n's own installer lays it out. */
	packageFolder: string;
}

/** Something that is measured. */
export interface Scenario {
	/** What `--only` takes. */
	name: string;
	title: string;
	/** Measures, and tells it in Markdown without a heading. */
	run: (context: Context) => Promise<string>;
}

export interface Size {
	count: number;
	repeats: number;
	/** Labels of contenders that take so long that one run has to do. */
	once?: string[];
}

/** The physical limit: the least requests, and the least seconds that Wazzup's limit and delay leave. */
export interface Least {
	requests: number;
	seconds: number;
}

/** What one contender did with one size, the best of its runs. */
export interface Outcome {
	label: string;
	/** How much of the work was done; undefined for a floor, which does none. */
	done: number | undefined;
	result: Result;
}

/** All contenders of one size. */
export interface Round {
	count: number;
	least: Least;
	outcomes: Outcome[];
	/** What this package's node did. */
	ours: Outcome;
	/** What the contenders did that the goals compare it with. */
	references: Outcome[];
}

/** Work that several contenders do in n8n's engine against the sandbox. */
export interface EngineScenario {
	name: string;
	title: string;
	/** What is done, and by whom, in Markdown. */
	intro: string;
	sizes: Size[];
	setup: (count: number) => SandboxSetup;
	contenders: Contender[];
	/** Labels of the contenders that the goals compare with. */
	references: string[];
	least: (count: number) => Least;
	done: (result: Result) => number;
	/** Goals beside those of every scenario. */
	goals: (rounds: Round[]) => Goal[];
}
