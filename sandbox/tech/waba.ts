import { randomUUID } from 'node:crypto';
import { getWabaPricing, getWabaTransactions } from '../../api/tech/waba';
import type { ChatMessage } from '../shapes';
import type { Answer, Call, Route } from '../surface';
import type { World } from '../world';
import type { TechAccount } from './account';
import { accountOf, ok, unknown } from './answer';

const prices = [
	{ category: 'MARKETING', price: 0.06 },
	{ category: 'UTILITY', price: 0.02 },
	{ category: 'SERVICE', price: 0 },
];

/** Books what Meta takes for a message. */
export function charge(world: World, account: TechAccount, message: ChatMessage): void {
	const category = message.type === 'wapi_template' ? 'UTILITY' : 'SERVICE';
	const price = prices.find((each) => each.category === category)?.price ?? 0;
	account.wabaSpent += price;
	account.transactions.push({
		id: randomUUID(),
		channel_id: message.channelId,
		message_id: message.messageId,
		chat_id: message.chatId,
		category,
		price,
		currency: account.card.currency,
		datetime: world.clock.iso(),
	});
}

function transactions(call: Call): Answer {
	const account = accountOf(call);
	const { channel_id, date = '' } = call.params;
	if (account.channels.get(channel_id ?? '')?.transport !== 'wapi') throw unknown('WABA channel');
	const found = account.transactions.filter(
		(each) => each.channel_id === channel_id && each.datetime.startsWith(date),
	);
	return ok(call, { transactions: found, count: found.length });
}

export const wabaRoutes: Route[] = [
	{ endpoint: getWabaTransactions, answer: transactions },
	{
		endpoint: getWabaPricing,
		answer: (call) => {
			const { currency, country } = accountOf(call).card;
			return ok(
				call,
				prices.map((each) => ({ country, currency, ...each })),
			);
		},
	},
];
