import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../shared/fields/locators';

// Most ids are of new ones, which are in no list yet.
const typedIn = { default: { mode: 'id', value: '' } };

/** The funnel that is uploaded: a known one from the list, or a new one by its id. */
export const funnelLocator: INodeProperties = {
	...locator({
		displayName: 'Funnel',
		name: 'id',
		search: 'searchFunnels',
		placeholder: 'e.g. 10',
		description:
			'The funnel (pipeline): one that is in Wazzup, or a new one by its ID in the CRM, at most 100 characters',
		required: true,
	}),
	...typedIn,
};

/** A stage of the funnel that {@link funnelLocator} names. */
export const stageLocator: INodeProperties = {
	...locator({
		displayName: 'Stage',
		name: 'id',
		search: 'searchStages',
		placeholder: 'e.g. 11',
		description:
			'The stage: one that the chosen funnel has, or a new one by its ID in the CRM, at most 100 characters',
	}),
	...typedIn,
};
