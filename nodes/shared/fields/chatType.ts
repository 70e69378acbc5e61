import type { INodePropertyOptions } from 'n8n-workflow';
import type { ChatType } from '../../../api/v3/common';

const names: Record<ChatType, string> = {
	avito: 'Avito',
	instagram: 'Instagram',
	max: 'MAX',
	maxgroup: 'MAX Group',
	telegram: 'Telegram',
	telegroup: 'Telegram Group',
	viber: 'Viber',
	vk: 'VK',
	whatsapp: 'WhatsApp',
	whatsgroup: 'WhatsApp Group',
};

/** The messengers, by the names that people know. */
export const chatTypeOptions: INodePropertyOptions[] = Object.entries(names).map(
	([value, name]) => ({
		name,
		value,
	}),
);
