import { createMarketplace, updateMarketplace } from '../../../api/tech/marketplaces';
import { examples } from '../../unit/api/tech/examples';
import { answered, capturePartner, expectPartnerRequest } from './capture';

const bodyOf = (wanted: unknown) =>
	examples.find(({ endpoint }) => endpoint === wanted)?.body ?? {};

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>Cool</text></svg>';
const base64 = Buffer.from(svg).toString('base64');
const update = {
	resource: 'marketplace',
	operation: 'update',
	crmName: 'The Cool CRM',
	logoFrom: 'text',
	logoText: svg,
	logoName: 'the-cool-crm.svg',
};

const create = {
	resource: 'marketplace',
	operation: 'create',
	crmCode: 'YouCrmCode123',
	authRedirectUri: 'https://example.com/redirect',
	secret: 'secret key',
};

test('Create: the example of the document', async () => {
	const { requests, result } = await capturePartner(create, answered(null));
	expectPartnerRequest(requests[0], {
		method: 'POST',
		path: '/v2/marketplaces',
		body: bodyOf(createMarketplace),
	});
	expect(result.items).toEqual([{ success: true }]);
});

test('Create: a code with other signs is not sent, and the secret shows in no error', async () => {
	const local = await capturePartner({ ...create, crmCode: 'моя crm' });
	expect(local.requests).toHaveLength(0);
	expect(local.result.error?.message).toContain('crm_code');
	const status = 400;
	const body = { code: 'VALIDATION_FAILED', errors: ['secret key is too short'] };
	const { result } = await capturePartner(create, { status, body });
	expect(result.error?.description).toContain('•••');
	expect(JSON.stringify([local.result.error, result.error])).not.toContain('secret key');
});

test('Update: the example of the document, with an SVG, which it asks for', async () => {
	const { requests, result } = await capturePartner(update, answered(null));
	// The document's own example holds the beginning of a JPEG, cut off.
	const { crm_name, logo } = updateMarketplace.body.parse(bodyOf(updateMarketplace));
	expectPartnerRequest(requests[0], {
		method: 'PATCH',
		path: '/v2/marketplaces',
		body: { crm_name, logo: { name: logo.name, content: base64 } },
	});
	expect(result.items).toEqual([{ success: true }]);
});

test.each([
	['base64', base64],
	['base64 in lines', base64.replace(/.{20}/g, '$&\n')],
	['a data URL in base64', `data:image/svg+xml;base64,${base64}`],
	['an escaped data URL', `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`],
	['a plain data URL', `data:image/svg+xml,${svg}`],
])('Update: the logo as %s', async (_form, logoText) => {
	const { requests } = await capturePartner({ ...update, logoText, logoName: '' }, answered(null));
	expect(requests[0]?.body).toMatchObject({ logo: { name: 'logo.svg', content: base64 } });
});

test.each([
	'\ufeff<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg/>',
	'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY a "b>">]>\n<svg ></svg>',
	'<svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>',
])('Update: this is an SVG: %s', async (logoText) => {
	const { requests } = await capturePartner({ ...update, logoText }, answered(null));
	const content = Buffer.from(logoText.trim()).toString('base64');
	expect(requests[0]?.body).toMatchObject({ logo: { content } });
});

test.each([
	['the JPEG of the document', '/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAkGBxAQDQ0NDQ0NDQ8NDw'],
	['a page', '<html><svg></svg></html>'],
	['an element of another name', '<svgx/>'],
	['a PNG', 'data:image/png;base64,iVBORw0KGgo='],
])('Update: %s is refused as a logo', async (_what, logoText) => {
	const { requests, result } = await capturePartner({ ...update, logoText });
	expect(requests).toHaveLength(0);
	expect(result.error?.message).toBe('The logo is not an SVG');
});

test('Update: 50 characters of a name are taken, 51 are not; nor is one thing without the other', async () => {
	const longest = await capturePartner({ ...update, crmName: 'x'.repeat(50) }, answered(null));
	expect(longest.requests).toHaveLength(1);
	for (const [change, message] of [
		[{ crmName: 'x'.repeat(51) }, 'crm_name has more than 50 characters'],
		[{ crmName: '={{ "" }}' }, 'CRM Name is empty'],
		[{ logoText: '={{ "" }}' }, 'Logo is empty'],
	] as const) {
		const { requests, result } = await capturePartner({ ...update, ...change });
		expect(requests).toHaveLength(0);
		expect(result.error?.message).toContain(message);
	}
});
