import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { asOwner, report } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';

const contacts = (sandbox: Sandbox) =>
	sandbox.control.state().contacts as Array<IDataObject & { id: string; name: string }>;

/** Contacts that are there before, in the order of their ids. */
function seeded(sandbox: Sandbox, count: number) {
	sandbox.control.seed({ contacts: count });
	return contacts(sandbox);
}

export const read: Kind = {
	name: 'read',
	title: 'read, one by one',
	match: { method: 'GET', path: '/v3/contacts/{id}' },
	every: 10,
	prepare: (sandbox) => {
		const known = seeded(sandbox, ITEMS);
		return async () => {
			const seen: number[] = [];
			const told = await report({
				...asOwner(sandbox),
				parameters: { resource: 'contact', operation: 'get', id: '={{ $json.id }}' },
				items: known.map(({ id }) => ({ id })),
				// A row that was read is the effect; another one than was asked for is none.
				onItem: (item, { id, name }) => {
					if (known[item]?.id === id && known[item]?.name === name) seen.push(item);
				},
			});
			return { items: ITEMS, told, effects: seen };
		};
	},
};

/** Rows of a page, as documented. */
const PAGE = 100;
const PAGES = 20;

export const list: Kind = {
	name: 'list',
	title: 'read a list of 20 pages',
	match: { method: 'GET', path: '/v3/contacts' },
	every: 5,
	prepare: (sandbox) => {
		const known = seeded(sandbox, PAGES * PAGE);
		const places = new Map(known.map(({ id }, place) => [id, place]));
		return async () => {
			const rows: string[] = [];
			const told = await report({
				...asOwner(sandbox),
				parameters: { resource: 'contact', operation: 'getMany', returnAll: true },
				onItem: (_item, { id }) => rows.push(String(id)),
			});
			const failure = told.find(({ as }) => as !== 'done');
			const found = rows.map((id) => places.get(id) ?? NaN);
			return {
				items: known.length,
				// One error stands for the whole list: nothing of it is there.
				told: failure
					? known.map((_, item) => ({ item, as: failure.as }))
					: found.map((item) => ({ item, as: 'done' })),
				effects: found,
			};
		};
	},
};

export const upsert: Kind = {
	name: 'upsert',
	title: 'upsert, 100 in a request',
	match: { method: 'POST', path: '/v3/contacts' },
	every: 2,
	prepare: (sandbox) => async () => ({
		items: ITEMS,
		told: await report({
			...asOwner(sandbox),
			parameters: { resource: 'contact', operation: 'upsert', dataMode: 'autoMapInputData' },
			items: indexes.map((index) => ({
				id: String(index),
				name: `Contact ${index}`,
				responsibleUserId: '1',
				contactData: [{ chatType: 'whatsapp', chatId: `7902${1_000_000 + index}` }],
			})),
		}),
		effects: contacts(sandbox).map(({ id }) => Number(id)),
	}),
};

export const remove: Kind = {
	name: 'delete',
	title: 'delete, 100 in a request',
	match: { method: 'PATCH', path: '/v3/contacts/bulk_delete' },
	every: 2,
	prepare: (sandbox) => {
		const known = seeded(sandbox, ITEMS).map(({ id }) => id);
		return async () => {
			const told = await report(
				{
					...asOwner(sandbox),
					parameters: { resource: 'contact', operation: 'delete', id: '={{ $json.id }}' },
					items: known.map((id) => ({ id })),
				},
				({ deleted }) => (deleted === true ? 'done' : 'failed'),
			);
			const left = new Set(contacts(sandbox).map(({ id }) => id));
			const effects = indexes.filter((index) => !left.has(known[index] ?? ''));
			return { items: ITEMS, told, effects };
		};
	},
};
