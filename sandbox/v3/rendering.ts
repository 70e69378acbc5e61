import type { ButtonsObject } from '../../api/v3/buttons';
import type { Button, ChatMessage, RenderedTemplate } from '../shapes';
import type { Component, Template } from '../state';

type Shown = Pick<ChatMessage, 'buttons' | 'keyboard'>;

/** How a `buttonsObject` shows in the chat, and what a tap on each button sends back (A.4.3). */
export function showButtons(given: ButtonsObject): Shown {
	if (given.replyMarkup === 'inline') {
		return {
			keyboard: 'inline',
			buttons: given.buttons.map((row) =>
				row.map(({ text, url, callbackData }) =>
					url === undefined
						? { kind: 'callback', text, payload: callbackData }
						: { kind: 'url', text, url },
				),
			),
		};
	}
	if (given.replyMarkup === 'reply') {
		if (given.removeKeyboard) return { keyboard: 'removed' };
		const rows = given.buttons ?? [];
		return {
			keyboard: 'reply',
			buttons: rows.map((row) => row.map(({ text }) => ({ kind: 'reply', text }))),
		};
	}
	if (given.chatType === 'max') {
		return { keyboard: 'inline', buttons: given.buttons.map((row) => row.map(showMaxButton)) };
	}
	// An interactive button answers with its payload, else with its index from 0.
	const buttons = given.buttons.map(({ text = '', payload }, index): Button => ({
		kind: 'reply',
		text,
		payload: payload ?? String(index),
	}));
	return { keyboard: 'inline', buttons: buttons.map((button) => [button]) };
}

type MaxButton = Extract<ButtonsObject, { chatType: 'max' }>['buttons'][number][number];

function showMaxButton(button: MaxButton): Button {
	switch (button.type) {
		case 'callback':
			return {
				kind: 'callback',
				text: button.text,
				payload: button.payload,
				intent: button.intent,
			};
		case 'link':
			return { kind: 'url', text: button.text, url: button.url };
		case 'message':
			return { kind: 'reply', text: button.text };
	}
}

/**
 * A template with its values filled in, in Wazzup's order: header, body, URL buttons (A.4, A.13).
 * A value that is missing leaves its place empty: no document tells that Wazzup counts them.
 * `payloads`: what the quick replies send back, else their text.
 */
export function renderTemplate(
	template: Template,
	values: string[],
	payloads: Array<string | undefined>,
): { template: RenderedTemplate } & Shown {
	const left = [...values];
	const fill = (text = '') => fillPlaces(text, left);
	const part = (type: Component['type']) =>
		template.components.find((component) => component.type === type);
	const header = part('HEADER');
	const headerText = header?.text === undefined ? undefined : fill(header.text);
	const text = fill(part('BODY')?.text);
	const quickReplies = [...payloads];
	const buttons = (part('BUTTONS')?.buttons ?? []).map((button): Button =>
		button.url === undefined
			? { kind: 'reply', text: button.text, payload: quickReplies.shift() }
			: { kind: 'url', text: button.text, url: fill(button.url) },
	);
	return {
		template: {
			templateGuid: template.templateGuid,
			title: template.title,
			header: header && { format: header.format ?? 'TEXT', text: headerText },
			text,
			footer: part('FOOTER')?.text,
		},
		...(buttons.length > 0 && {
			keyboard: 'inline',
			buttons: buttons.map((button) => [button]),
		}),
	};
}

/** Takes one value off `left` for each different place of `text`, numbered places in their order. */
function fillPlaces(text: string, left: string[]): string {
	const places = [...new Set(text.match(/\{\{[^{}]+\}\}/g) ?? [])].sort((a, b) =>
		a.localeCompare(b, 'en', { numeric: true }),
	);
	const filled = new Map(places.map((place) => [place, left.shift() ?? '']));
	return text.replace(/\{\{[^{}]+\}\}/g, (place) => filled.get(place) ?? '');
}

/** `@template: <guid> { [[value]]; [[value]] }`: a template sent through `text` (A.4.2). */
export function readTemplateCode(
	text: string,
): { templateId: string; templateValues: string[] } | undefined {
	const [, templateId, values] =
		/^\s*@template:\s*([0-9a-f-]{36})\s*\{([\s\S]*)\}\s*$/i.exec(text) ?? [];
	if (templateId === undefined || values === undefined) return undefined;
	return {
		templateId,
		templateValues: [...values.matchAll(/\[\[([\s\S]*?)\]\]/g)].map(([, value]) => value ?? ''),
	};
}
