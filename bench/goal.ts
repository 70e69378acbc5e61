/** A promise and what was measured of it. */
export interface Goal {
	/** e.g. `2,000 contacts: requests within 1 % of the least possible` */
	goal: string;
	measured: string;
	holds: boolean;
	/** Why a missed one is missed. */
	reason?: string;
}

/** The goals as a Markdown list. */
export function goalList(goals: readonly Goal[]): string {
	return goals
		.map(({ goal, measured, holds, reason }) => {
			const verdict = holds ? 'holds' : '**missed**';
			return `- ${verdict}: ${goal}. Measured: ${measured}.${!holds && reason ? ` ${reason}` : ''}`;
		})
		.join('\n');
}
