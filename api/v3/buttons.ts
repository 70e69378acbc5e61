import { z } from 'zod/v4';
import { across } from './common';

/** A button of WhatsApp: with `text` under an ordinary message, with `payload` alone under a template. */
const whatsappButton = z.object({
	type: z.literal('text', 'A WhatsApp button has the type "text".').optional(),
	text: z
		.string()
		.min(1, 'A button needs a text.')
		.max(20, 'The text of a WhatsApp button has at most 20 characters.')
		.optional(),
	payload: z.string().optional(),
});

/** WABA: buttons under a message inside the 24-hour window, or the quick replies of a template in the template's order. */
export const whatsappButtons = z.object({
	replyMarkup: z.undefined().optional(),
	chatType: z.undefined().optional(),
	buttons: z
		.array(whatsappButton)
		.min(1, 'Give at least one button.')
		// Wazzup drops the eleventh silently, which nobody wants to find out from a customer.
		.max(10, 'WhatsApp shows at most 10 buttons, the rest would be dropped.'),
});

const buttonText = z.string().min(1, 'A button needs a text.');
const telegramText = buttonText.max(64, 'The text of a Telegram button has at most 64 characters.');
const rows = <Button extends z.ZodType>(button: Button) =>
	z
		.array(z.array(button).min(1, 'A row of buttons needs at least one button.'))
		.min(1, 'Give at least one row of buttons.');

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** Telegram bot: a button under the message opens a link or sends `callbackData` back. */
const telegramInlineButton = z
	.object({
		text: telegramText,
		url: z.url('The link of the button is not a valid URL.').optional(),
		callbackData: z
			.string()
			.min(1, 'The callback data of a Telegram button has 1 to 64 bytes.')
			.refine((value) => bytes(value) <= 64, {
				error:
					'The callback data of a Telegram button has 1 to 64 bytes (a Cyrillic letter takes 2).',
			})
			.optional(),
	})
	.superRefine(
		across((button, complain) => {
			if ((button.url === undefined) === (button.callbackData === undefined)) {
				complain(
					['url'],
					'A Telegram button either opens a link (url) or sends data (callbackData): give one of them.',
				);
			}
		}),
	);

export const telegramInlineButtons = z.object({
	replyMarkup: z.literal('inline'),
	chatType: z.undefined().optional(),
	buttons: rows(telegramInlineButton),
});

/** Telegram bot: a keyboard in place of the phone's, or the order to take it away. */
export const telegramReplyKeyboard = z
	.object({
		replyMarkup: z.literal('reply'),
		chatType: z.undefined().optional(),
		oneTimeKeyboard: z.boolean().optional(),
		removeKeyboard: z.boolean().optional(),
		buttons: rows(z.object({ text: telegramText })).optional(),
	})
	.superRefine(
		across((keyboard, complain) => {
			if ((keyboard.buttons === undefined) !== (keyboard.removeKeyboard === true)) {
				complain(
					['buttons'],
					'Either show a keyboard (buttons) or take it away (removeKeyboard): give one of them.',
				);
			}
		}),
	);

/** MAX bot. */
export const maxButtons = z.object({
	replyMarkup: z.undefined().optional(),
	chatType: z.literal('max'),
	buttons: rows(
		z.discriminatedUnion(
			'type',
			[
				z.object({
					type: z.literal('callback'),
					text: buttonText,
					payload: z.string(),
					intent: z.enum(['default', 'positive', 'negative']).optional(),
				}),
				z.object({
					type: z.literal('link'),
					text: buttonText,
					url: z.url('The link of the button is not a valid URL.'),
				}),
				z.object({ type: z.literal('message'), text: buttonText }),
			],
			'A MAX button has the type "callback", "link" or "message".',
		),
	),
});

/**
 * `buttonsObject` in every layout of A.4.3. The keys `replyMarkup` and `chatType` tell them apart, so that what is amiss
 * in a layout is told with the path inside that layout.
 */
export const buttonsObject = z.discriminatedUnion(
	'replyMarkup',
	[
		telegramInlineButtons,
		telegramReplyKeyboard,
		z.discriminatedUnion(
			'chatType',
			[maxButtons, whatsappButtons],
			'Buttons with a chatType are those of MAX: it has to be "max" or absent.',
		),
	],
	'The replyMarkup of buttons is "inline" or "reply" for a Telegram bot, absent otherwise.',
);

export type ButtonsObject = z.infer<typeof buttonsObject>;
