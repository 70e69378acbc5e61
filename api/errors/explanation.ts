/** What a code means to the person who sees it. */
export interface Explanation {
	/** What happened, in a sentence. */
	what: string;
	/** What to do about it. */
	fix: string;
}

export type Explanations = Readonly<Record<string, Explanation>>;
