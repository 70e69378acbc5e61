/** What a code means to the person who sees it. */
export interface Explanation {
	/** What happened, in a sentence. */
	what: string;
	/** What to do about it. */
	fix: string;
	/** Set where the code is so general that what Wazzup said belongs beside it. */
	vague?: true;
}

export type Explanations = Readonly<Record<string, Explanation>>;
