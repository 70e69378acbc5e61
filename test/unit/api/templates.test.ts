import { getWabaTemplates, templateVariables } from '../../../api/v3';
import type { WabaTemplate } from '../../../api/v3';
import { guid, verdict } from './contracts';

const components = [
	{
		type: 'BUTTONS',
		buttons: [
			{ type: 'QUICK_REPLY', text: 'Yes' },
			{
				type: 'URL',
				text: 'Track',
				url: 'https://example.com/{{1}}',
				example: ['https://example.com/17'],
			},
		],
	},
	{
		type: 'BODY',
		text: 'Hello {{1}}, come at {{2}}. Bye {{1}}!',
		example: { body_text: [['Anna', '17:00']] },
	},
	{ type: 'FOOTER', text: '{{9}}' },
	{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['17'] } },
] satisfies WabaTemplate['components'];

const inOrder = [
	{ component: 'HEADER', example: '17' },
	{ component: 'BODY', example: 'Anna' },
	{ component: 'BODY', example: '17:00' },
	{ component: 'BUTTONS', example: 'https://example.com/17' },
];
const named = (...names: string[]) => names.map((name, index) => ({ name, ...inOrder[index] }));
const code = (values: string) => `@template: ${guid} { ${values} }`;
const namesOf = (template: Parameters<typeof templateVariables>[0]) =>
	templateVariables(template).map(({ name, component }) => `${component} ${name}`);

test('without a code they are counted as Meta does: header, body, links, wherever the components stand', () => {
	expect(templateVariables({ components })).toEqual(
		named('Header 1', 'Body 1', 'Body 2', 'Button 1'),
	);
});

test('a code gives the names and the order, the components the examples', () => {
	const templateCode = code('[[orderNo]]; [[name]]; [[time]]; [[link]]');
	expect(templateVariables({ components, templateCode })).toEqual(
		named('orderNo', 'name', 'time', 'link'),
	);
});

test('a code that disagrees with the components about how many there are is right, and shows no examples', () => {
	const templateCode = code('[[headerVar1]]; [[bodyVar1]]; [[buttonVar1]]');
	expect(templateVariables({ components, templateCode })).toEqual([
		{ name: 'headerVar1', component: 'HEADER' },
		{ name: 'bodyVar1', component: 'BODY' },
		{ name: 'buttonVar1', component: 'BUTTONS' },
	]);
});

test('a name that stands twice becomes two', () => {
	expect(namesOf({ templateCode: code('[[a]]; [[a]]; [[b]]') })).toEqual([
		'BODY a',
		'BODY a (2)',
		'BODY b',
	]);
});

test('a template without variables has none', () => {
	expect(templateVariables({})).toEqual([]);
	expect(templateVariables({ components, templateCode: code('') })).toEqual([]);
	expect(
		templateVariables({ components: [{ type: 'body', text: 'Hi' }], templateCode: null }),
	).toEqual([]);
});

test('numbers are filled in their order, names in the order of the text', () => {
	const body = (text: string) => ({ components: [{ type: 'body', text }] });
	expect(namesOf(body('{{2}} {{10}} {{ 1 }}'))).toEqual([
		'BODY Body 1',
		'BODY Body 2',
		'BODY Body 10',
	]);
	expect(namesOf(body('{{time}} {{name}}'))).toEqual(['BODY time', 'BODY name']);
});

test.each([
	['an array, as documented', ['Anna']],
	['an array of arrays', [['Anna']]],
	['an object, as seen live', { body_text: [['Anna']] }],
	['named parameters', { body_text_named_params: [{ param_name: 'name', example: 'Anna' }] }],
])('an example is read from %s', (_name, example) => {
	const [variable] = templateVariables({
		components: [{ type: 'BODY', text: '{{name}}', example }],
	});
	expect(variable).toEqual({ name: 'name', component: 'BODY', example: 'Anna' });
});

test('the reply of the documents and a live one pass', () => {
	const template = {
		templateGuid: guid,
		accountId: '1',
		title: 'Order',
		name: 'order',
		waba: { wabaId: '1', wabaName: 'Shop' },
		channels: [guid],
		category: 'UTILITY',
		language: 'en',
		status: 'archived',
		rejected_reason: null,
		namespace: null,
		components,
		templateCode: code('[[a]]'),
	};
	expect(verdict(getWabaTemplates.reply, [template, { templateGuid: guid }])).toBe('ok');
	expect(verdict(getWabaTemplates.reply, [{ name: 'x' }])).toEqual(['0.templateGuid']);
	expect(verdict(getWabaTemplates.query, { limit: 100, offset: 0 })).toBe('ok');
	expect(verdict(getWabaTemplates.query, { limit: 0 })).toEqual(['limit']);
});
