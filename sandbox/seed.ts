import type { Channel } from './shapes';
import type { Component, Contact, Deal, Template, User } from './state';

const channelId = (number: number) => `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const templateGuid = (number: number) =>
	`7e000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Channels of every transport, some of them out of order. The ids are the same at every start. */
export function seedChannels(): Channel[] {
	const rows: Array<[transport: string, plainId: string, name: string, state?: string]> = [
		['whatsapp', '79011110001', 'WhatsApp Sales'],
		['wapi', '79011110002', 'WABA Support'],
		['instagram', 'sandbox_shop', 'Instagram Shop'],
		['tgapi', '79011110004', 'Telegram Personal'],
		['telegram', 'sandbox_shop_bot', 'Telegram Bot'],
		['vk', '200100500', 'VK Community'],
		['avito', '100200300', 'Avito Listings'],
		['viber', '79011110008', 'Viber'],
		['max', '79011110009', 'MAX Personal'],
		['maxbot', 'sandbox_max_bot', 'MAX Bot'],
		['whatsapp', '79011110011', 'WhatsApp Signed Out', 'qr'],
		['whatsapp', '79011110012', 'WhatsApp Unpaid', 'notEnoughMoney'],
		['tgapi', '79011110013', 'Telegram Blocked', 'blocked'],
		['wapi', '79011110014', 'WABA In Review', 'onModeration'],
	];
	return rows.map(([transport, plainId, name, state = 'active'], index) => ({
		channelId: channelId(index + 1),
		transport,
		plainId,
		state,
		name,
		...(transport === 'wapi' ? { tier: 'TIER_1K' } : {}),
	}));
}

interface TemplateSeed {
	title: string;
	name: string;
	status: string;
	category?: string;
	language?: string;
	rejected?: string;
	variables?: string[];
	components: Component[];
}

const templateSeeds: TemplateSeed[] = [
	{
		title: 'Order status',
		name: 'order_status',
		status: 'approved',
		variables: ['headerVar1', 'bodyVar1', 'bodyVar2'],
		components: [
			{
				type: 'HEADER',
				format: 'TEXT',
				text: 'Order {{1}}',
				example: { header_text: ['A-1042'] },
			},
			{
				type: 'BODY',
				text: 'Hello {{1}}, your order is {{2}}.',
				example: { body_text: [['Anna', 'on its way']] },
			},
			{ type: 'FOOTER', text: 'Sandbox Shop' },
		],
	},
	{
		title: 'Delivery with picture',
		name: 'delivery_picture',
		status: 'approved',
		category: 'MARKETING',
		variables: ['bodyVar1', 'buttonVar1'],
		components: [
			{ type: 'HEADER', format: 'IMAGE' },
			{
				type: 'BODY',
				text: 'Your parcel arrives {{1}}. Is that fine?',
				example: { body_text: [['tomorrow']] },
			},
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Yes, thanks' },
					{ type: 'QUICK_REPLY', text: 'Another day' },
					{
						type: 'URL',
						text: 'Track',
						url: 'https://example.com/track/{{1}}',
						example: ['A-1042'],
					},
				],
			},
		],
	},
	{
		title: 'Welcome',
		name: 'welcome',
		status: 'approved',
		language: 'en_US',
		components: [{ type: 'BODY', text: 'Welcome to Sandbox Shop. How can we help?' }],
	},
	{
		title: 'Too pushy',
		name: 'too_pushy',
		status: 'rejected',
		category: 'MARKETING',
		rejected: 'PROMOTIONAL',
		components: [{ type: 'BODY', text: 'Buy now! Buy now! Buy now!' }],
	},
	{
		title: 'Last year sale',
		name: 'last_year_sale',
		status: 'archived',
		category: 'MARKETING',
		variables: ['bodyVar1'],
		components: [{ type: 'BODY', text: 'Only today: {{1}}.', example: { body_text: [['-20 %']] } }],
	},
];

/** WABA templates, bound to the WABA channel that works. */
export function seedTemplates(): Template[] {
	return templateSeeds.map((seed, index) => {
		const guid = templateGuid(index + 1);
		const values = (seed.variables ?? []).map((name) => `[[${name}]]`).join('; ');
		return {
			templateGuid: guid,
			accountId: '10002000',
			title: seed.title,
			name: seed.name,
			waba: { wabaId: '300400500600700', wabaName: 'Sandbox Shop' },
			channels: [channelId(2)],
			category: seed.category ?? 'UTILITY',
			language: seed.language ?? 'en',
			status: seed.status,
			rejected_reason: seed.rejected ?? null,
			namespace: 'aa11bb22_cc33_dd44_ee55_ff6677889900',
			components: seed.components,
			templateCode: `@template: ${guid} { ${values} }`,
		};
	});
}

export function seedUsers(): User[] {
	return [
		{ id: '1', name: 'Kate Support', phone: '79261234501' },
		{ id: '2', name: 'Alex Sales', phone: '79261234502' },
		{ id: '3', name: 'Maria Manager' },
	];
}

const numbered = <Entity>(count: number, entity: (number: number, label: string) => Entity) =>
	Array.from({ length: count }, (_, index) =>
		entity(index + 1, String(index + 1).padStart(6, '0')),
	);

/** `count` contacts `contact-000001`, … with a WhatsApp number each. */
export const generateContacts = (count: number): Contact[] =>
	numbered(count, (number, label) => ({
		id: `contact-${label}`,
		responsibleUserId: '1',
		name: `Contact ${number}`,
		contactData: [{ chatType: 'whatsapp', chatId: String(79_100_000_000 + number) }],
	}));

/** `count` users `user-000001`, … without a phone. */
export const generateUsers = (count: number): User[] =>
	numbered(count, (number, label) => ({ id: `user-${label}`, name: `User ${number}` }));

/** `count` open deals `deal-000001`, … of the contact with the same number. */
export const generateDeals = (count: number): Deal[] =>
	numbered(count, (number, label) => ({
		id: `deal-${label}`,
		responsibleUserId: '1',
		name: `Deal ${number}`,
		uri: `https://crm.example.com/deals/${number}`,
		contacts: [`contact-${label}`],
		closed: false,
	}));
