import { asPartner, forAccount, report } from '../engine';
import { indexes, ITEMS, type Kind } from '../kind';
import { channelOf } from './sends';

const MINUTE = 60_000;

/** Exports of one minute each; in each of these minutes a customer has written one message. */
export const exports: Kind = {
	name: 'export',
	title: 'export',
	match: { path: '/v2/messages/messages_dump*', surface: 'tech' },
	every: 10,
	// Tokens live by the sandbox clock, which goes on by hours here.
	sandbox: { exportTime: 0, accessTokenTime: 1e6, machineTokenTime: 1e6 },
	prepare: (sandbox) => {
		const { control, accountId } = sandbox;
		const channelId = channelOf(control.tech.account().channels);
		const minutes = indexes.map((index) => {
			const start = Date.parse(control.state().now);
			control.advanceClock(MINUTE / 2);
			control.customerWrites({ channelId, chatId: '7901', text: `message ${index}` });
			control.advanceClock(MINUTE / 2);
			return atSecond(start);
		});
		return async () => {
			const read = new Set<number>();
			const told = await report({
				...asPartner(sandbox),
				parameters: {
					...forAccount(accountId),
					...{ resource: 'message', operation: 'export' },
					...{ startAt: '={{ $json.from }}', endAt: '={{ $json.to }}' },
				},
				items: minutes.map((from) => ({ from, to: atSecond(Date.parse(from) + MINUTE - 1) })),
				onItem: (item, { text }) => {
					if (text === `message ${item}`) read.add(item);
				},
			});
			const started = control.tech.account().exports.map(({ from }) => minutes.indexOf(from));
			return {
				items: ITEMS,
				told,
				// An export that was read without its message did not have its effect.
				effects: started.filter(
					(item) =>
						read.has(item) || !told.some((each) => each.item === item && each.as === 'done'),
				),
			};
		};
	},
};

/** As the node sends times. */
const atSecond = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
