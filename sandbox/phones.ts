/** International digits, `79261234567`. No document gives the length; E.164 allows 15. */
const phoneForm = /^\d{10,15}$/;

/** A user as given; a phone in a wrong format is dropped without a word (A.10, tech 8.4). */
export function withoutWrongPhone(entity: unknown): unknown {
	if (!entity || typeof entity !== 'object' || !('phone' in entity)) return entity;
	const { phone, ...rest } = entity;
	return typeof phone === 'string' && phoneForm.test(phone) ? entity : rest;
}

interface HasPhone {
	id: string;
	phone?: string;
}

/** The first phone of `users` that another user has already; each phone belongs to one user. */
export function takenPhone(users: HasPhone[], stored: Iterable<HasPhone>): string | undefined {
	const owners = new Map<string, string>();
	for (const { id, phone } of stored) if (phone) owners.set(phone, id);
	for (const { id, phone } of users) {
		if (phone === undefined) continue;
		if ((owners.get(phone) ?? id) !== id) return phone;
		owners.set(phone, id);
	}
	return undefined;
}
