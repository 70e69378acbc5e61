import type { TechAccount, TechChannel } from './account';
import type { Partner } from './tech';

const id = (kind: string, number: number) =>
	`${kind}000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const seedPartners: readonly Partner[] = [
	{ email: 'partner@example.com', password: 'sandbox-partner', clientId: 'sandbox-client' },
	{ email: 'second@example.com', password: 'sandbox-second', clientId: 'second-client' },
];

type Row = [transport: string, name: string, address: Pick<TechChannel, 'phone' | 'username'>];

const channels: Row[] = [
	['whatsapp', 'Client WhatsApp', { phone: '77001110001' }],
	['wapi', 'Client WABA', { phone: '77001110002' }],
	['tgapi', 'Client Telegram', { phone: '77001110003' }],
	['telegram', 'Client Telegram Bot', { username: 'client_bot' }],
	['instagram', 'Client Instagram', { username: 'client_shop' }],
	['whatsapp', 'Client WhatsApp Signed Out', { phone: '77001110006' }],
];

/** Channels, users with roles, templates. The ids are the same at every start. */
export function fillAccount(account: TechAccount): void {
	channels.forEach(([transport, name, address], index) => {
		const channelId = id('ac', index + 1);
		account.channels.set(channelId, {
			channelId,
			transport,
			name,
			...address,
			plainId: address.phone ?? address.username ?? '',
			state: name.endsWith('Signed Out') ? 'qridle' : 'active',
			account: account.accountId,
			...(transport === 'wapi' && { tier: 'TIER_1K' }),
		});
	});
	fillUsers(account);
	const roles = [...account.channels.keys()].map((channel_id) => ({
		channel_id,
		user_id: '1',
		role: 'manager',
	}));
	account.settings = {
		user_roles: [
			...roles,
			{ channel_id: id('ac', 1), user_id: '2', role: 'seller', allow_get_new_clients: true },
		],
		hide_phone_numbers_for_user_ids: ['2'],
		push_input_output_message_events_for_managers: true,
	};
	account.wabaLimit = 100;
	fillTemplates(account);
}

/** The same two users in each account of the first partner. */
export function fillUsers({ users }: TechAccount): void {
	users.set('1', { id: '1', name: 'Kate Manager', phone: '77009990001' });
	users.set('2', { id: '2', name: 'Alex Seller', phone: '77009990002' });
}

function fillTemplates(account: TechAccount): void {
	const greeting = id('7c', 1);
	account.templates.set(greeting, {
		id: greeting,
		name: 'Greeting',
		text: 'Hello! How can we help?',
		order: 0,
		files: [],
	});
	const seeds = [
		['Order status', 'APPROVED', 'UTILITY', 'Hello {{1}}, your order is on its way.'],
		['Spring sale', 'PENDING', 'MARKETING', 'Only this week: 20 % off.'],
	] as const;
	seeds.forEach(([title, status, category, text], index) => {
		const templateId = id('7e', index + 1);
		account.wabaTemplates.set(templateId, {
			id: templateId,
			title,
			waba: { waba_id: '300400500600700', waba_name: 'Client Shop' },
			channels: [id('ac', 2)],
			category,
			language: 'en',
			components: [{ type: 'BODY', text, ...(text.includes('{{1}}') && { example: ['Anna'] }) }],
			status,
			reason: null,
		});
	});
}
