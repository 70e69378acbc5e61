import type { BodyOf } from '../../api/endpoint';
import type { upsertLegacyContacts } from '../../api/legacy/contacts';
import type { upsertLegacyDeals } from '../../api/legacy/deals';
import type { upsertLegacyUsers } from '../../api/legacy/users';
import { seedUsers } from '../seed';

export type LegacyContact = BodyOf<typeof upsertLegacyContacts>[number];
export type LegacyDeal = BodyOf<typeof upsertLegacyDeals>[number];
export type LegacyUser = BodyOf<typeof upsertLegacyUsers>[number];

/** What the 2021 API keeps for itself: entities with ids of either type, by the id as a text, and its own address. */
export interface LegacyState {
	users: Map<string, LegacyUser>;
	contacts: Map<string, LegacyContact>;
	deals: Map<string, LegacyDeal>;
	webhooksUrl: string | null;
}

export const createLegacyState = (): LegacyState => ({
	users: new Map(seedUsers().map(({ id, name }) => [id, { id, name }])),
	contacts: new Map(),
	deals: new Map(),
	webhooksUrl: null,
});
