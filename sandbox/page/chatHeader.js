/** Above the messages: the business being written to, its channel's state, and who the person is. */

import { changeState } from './actions.js';
import { badge } from './channelList.js';
import { editCustomer } from './customerDialog.js';
import { customerAddress } from './customers.js';
import { byId, element, icon } from './dom.js';
import { reconcile } from './reconcile.js';
import { onChange, openChannel, openCustomer } from './store.js';
import { channelStates, transportOf } from './transports.js';

/**
 * @typedef {import('./types.js').Channel} Channel
 * @typedef {import('./types.js').Customer} Customer
 */

export function showChatHeader() {
	const header = byId('chat-header');
	const draw = () => {
		const channel = openChannel();
		const customer = openCustomer();
		if (channel === undefined || customer === undefined) return reconcile(header, []);
		reconcile(header, [
			{ key: 'business', version: channel, draw: () => business(channel) },
			{ key: 'me', version: [channel.channelId, customer], draw: () => me(channel, customer) },
		]);
	};
	onChange('channels', draw);
	onChange('chat', draw);
}

/** @param {Channel} channel */
function business(channel) {
	const { label } = transportOf(channel.transport);
	return element(
		'div',
		{ class: 'chat-who' },
		badge(channel.transport),
		element(
			'div',
			{},
			element('h2', { 'data-testid': 'chat-title' }, channel.name || channel.plainId),
			element('p', {}, `The business on ${label} · ${channel.plainId}`),
		),
		stateChoice(channel),
	);
}

/** @param {Channel} channel */
function stateChoice({ state }) {
	const choices = channelStates.includes(state) ? channelStates : [state, ...channelStates];
	const select = element(
		'select',
		{
			'data-testid': 'channel-state',
			onChange: (/** @type {{ target: HTMLSelectElement }} */ { target }) =>
				void changeState(target.value).then((worked) => {
					if (!worked) target.value = state;
				}),
		},
		choices.map((choice) =>
			element('option', { value: choice, selected: choice === state }, choice),
		),
	);
	return element('label', { class: 'chat-state' }, 'Channel state', select);
}

/**
 * @param {Channel} channel
 * @param {Customer} customer
 */
function me(channel, customer) {
	return element(
		'div',
		{ class: 'chat-me' },
		element(
			'p',
			{ 'data-testid': 'you-are' },
			'You are ',
			element('strong', {}, customer.name),
			` · ${customerAddress(customer)}`,
		),
		element(
			'button',
			{
				type: 'button',
				'aria-label': 'Change who you are',
				'data-testid': 'customer-edit',
				onClick: () => editCustomer(channel, customer),
			},
			icon('edit'),
			element('span', { class: 'button-words' }, 'Edit'),
		),
		element(
			'button',
			{
				type: 'button',
				'aria-label': 'New customer',
				'data-testid': 'customer-add',
				onClick: () => editCustomer(channel),
			},
			icon('plus'),
			element('span', { class: 'button-words' }, 'New customer'),
		),
	);
}
