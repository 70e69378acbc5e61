import { updateDisplayOptions, type IDataObject, type INodeProperties } from 'n8n-workflow';
import { groupBy } from 'lodash';
import { withoutEmpty, type Parameters } from '../../../shared/parameters';

const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	default: '',
	placeholder: 'e.g. Yes, please',
	description: 'What is written on the button',
};

const payload: INodeProperties = {
	displayName: 'Payload',
	name: 'payload',
	type: 'string',
	default: '',
	placeholder: 'e.g. confirm-17',
	description: 'What comes back when the button is tapped',
};

const url: INodeProperties = {
	displayName: 'Link',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/order/17',
	description: 'What the button opens',
};

const row: INodeProperties = {
	displayName: 'Row',
	name: 'row',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 1,
	description: 'Buttons with the same number stand in one row',
};

const shownWith = (action: string, field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { type: [action] } },
});

const buttonList = (displayOptions: string, values: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show: { buttonLayout: [displayOptions] } }, [
		{
			displayName: 'Buttons',
			name: `${displayOptions}Buttons`,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Button' },
			placeholder: 'Add Button',
			default: {},
			options: [{ displayName: 'Button', name: 'buttons', values }],
		},
	]);

/** Buttons under a message: every layout of A.4.3, and JSON for one that Wazzup adds later. */
export const buttonFields: INodeProperties[] = [
	{
		displayName: 'Button Layout',
		name: 'buttonLayout',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'JSON', value: 'json', description: 'The buttonsObject as Wazzup documents it' },
			{ name: 'MAX Bot', value: 'max', description: 'Buttons that answer, open a link or write' },
			{ name: 'None', value: 'none' },
			{
				name: 'Telegram Bot: Keyboard',
				value: 'telegramKeyboard',
				description: 'Answers in place of the phone keyboard',
			},
			{
				name: 'Telegram Bot: Remove Keyboard',
				value: 'telegramRemoveKeyboard',
				description: 'Takes the answers away again',
			},
			{
				name: 'Telegram Bot: Under the Message',
				value: 'telegramInline',
				description: 'Buttons that open a link or send data back',
			},
			{
				name: 'WABA: Payloads of Template Buttons',
				value: 'templateReplies',
				description: 'What the quick replies of the chosen template send back',
			},
			{
				name: 'WABA: Quick Replies',
				value: 'quickReplies',
				description: 'Up to 10 answers, inside 24 hours after the last message of the customer',
			},
		],
		default: 'none',
		description: 'Buttons that the customer can tap',
	},
	...buttonList('quickReplies', [text, payload]),
	...buttonList('templateReplies', [payload]),
	...buttonList('telegramInline', [
		text,
		{
			displayName: 'On Tap',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Open Link', value: 'url' },
				{ name: 'Send Data Back', value: 'callbackData' },
			],
			default: 'callbackData',
		},
		shownWith('url', url),
		shownWith('callbackData', {
			...payload,
			displayName: 'Data',
			name: 'callbackData',
			description: 'What comes back when the button is tapped: 1 to 64 bytes',
		}),
		row,
	]),
	...buttonList('telegramKeyboard', [text, row]),
	...updateDisplayOptions({ show: { buttonLayout: ['telegramKeyboard'] } }, [
		{
			displayName: 'Hide After Use',
			name: 'oneTimeKeyboard',
			type: 'boolean',
			default: true,
			description: 'Whether the keyboard goes away after a tap',
		},
	]),
	...buttonList('max', [
		text,
		{
			displayName: 'On Tap',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Open Link', value: 'link' },
				{ name: 'Send Payload Back', value: 'callback' },
				{ name: 'Write the Text', value: 'message' },
			],
			default: 'callback',
		},
		shownWith('callback', payload),
		shownWith('callback', {
			displayName: 'Color',
			name: 'intent',
			type: 'options',
			options: [
				{ name: 'Default', value: 'default' },
				{ name: 'Negative', value: 'negative' },
				{ name: 'Positive', value: 'positive' },
			],
			default: 'default',
		}),
		shownWith('link', url),
		row,
	]),
	...updateDisplayOptions({ show: { buttonLayout: ['json'] } }, [
		{
			displayName: 'Buttons (JSON)',
			name: 'buttonsJson',
			type: 'json',
			default: '{\n  "buttons": [{ "text": "Yes", "type": "text" }]\n}',
			description: 'The value of buttonsObject',
		},
	]),
];

/** Reads the buttons of one item in the layout that was chosen; undefined without any. */
export function readButtons(parameters: Parameters): unknown {
	const layout = String(parameters.get('buttonLayout') ?? 'none');
	const list = parameters.rows(`${layout}Buttons`, 'buttons');
	switch (layout) {
		case 'quickReplies':
			return { buttons: list.map((button) => ({ ...button, type: 'text' })) };
		case 'templateReplies':
			return { buttons: list };
		case 'telegramInline':
			return {
				replyMarkup: 'inline',
				buttons: inRows(list.map(({ type: _, ...button }) => button)),
			};
		case 'telegramKeyboard':
			return {
				replyMarkup: 'reply',
				oneTimeKeyboard: parameters.flag('oneTimeKeyboard'),
				buttons: inRows(list),
			};
		case 'telegramRemoveKeyboard':
			return { replyMarkup: 'reply', removeKeyboard: true };
		case 'max':
			return { chatType: 'max', buttons: inRows(list) };
		case 'json':
			return parameters.json('buttonsJson', 'Buttons (JSON)');
		default:
			return undefined;
	}
}

/** Buttons as rows of buttons, by their Row number. */
function inRows(buttons: IDataObject[]): IDataObject[][] {
	const rows = groupBy(buttons, ({ row: number }) => Number(number ?? 1));
	return Object.keys(rows)
		.sort((one, other) => Number(one) - Number(other))
		.map((key) => (rows[key] ?? []).map(({ row: _, ...button }) => withoutEmpty(button)));
}
