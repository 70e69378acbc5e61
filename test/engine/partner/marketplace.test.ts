import { useTech } from '../client/useTech';

const tech = useTech();

const secret = 'only-the-servers-know';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const create = {
	resource: 'marketplace',
	operation: 'create',
	crmCode: '={{ $json.code }}',
	authRedirectUri: 'https://crm.example.com/redirect',
	secret,
};
const update = {
	resource: 'marketplace',
	operation: 'update',
	crmName: '={{ $json.name }}',
	logoFrom: 'text',
	logoText: '={{ $json.logo }}',
};
const byError = { onError: 'continueErrorOutput' } as const;
const entries = () => tech.control.tech.state().marketplaces;

test('a CRM is entered, and handed in with name and logo', async () => {
	await tech.runPartner(create, [{ code: 'my-crm' }]);
	expect(entries()).toMatchObject([{ crm_code: 'my-crm', secret, status: 'draft' }]);
	const { items } = await tech.runPartner(update, [{ name: 'My CRM', logo: svg }]);
	expect(items).toEqual([{ success: true }]);
	const logo = { name: 'logo.svg', content: Buffer.from(svg).toString('base64') };
	expect(entries()).toMatchObject([{ crm_name: 'My CRM', logo, status: 'moderation' }]);
});

test('the logo comes from a binary file, with its name', async () => {
	await tech.runPartner(create, [{ code: 'my-crm' }]);
	const fromFile = { ...update, logoFrom: 'binary', binaryPropertyName: 'logo' };
	const data = Buffer.from(svg).toString('base64');
	const file = (fileName: string, content = data) => ({
		logo: { data: content, mimeType: 'image/svg+xml', fileName },
	});
	const items = [{ name: 'My CRM' }, { name: 'No File' }, { name: 'A JPEG' }];
	const { items: out, failed } = await tech.runPartner(fromFile, items, {
		...byError,
		binaries: [file('my.svg'), undefined, file('my.svg', '/9j/4AAQSkZJRgABAQAAAQABAAD')],
	});
	expect(out).toEqual([{ success: true }]);
	expect(failed).toMatchObject([
		{ error: expect.stringContaining('binary') },
		{ error: 'The logo is not an SVG' },
	]);
	expect(entries()).toMatchObject([
		{ crm_name: 'My CRM', logo: { name: 'my.svg', content: data } },
	]);
});

test('what cannot be sent, and what Wazzup refuses, fails alone, and no secret is told', async () => {
	const items = [{ code: 'my crm' }, { code: 'my-crm' }];
	const created = await tech.runPartner(create, items, byError);
	expect(created.items).toEqual([{ success: true }]);
	expect(created.failed).toMatchObject([{ error: expect.stringContaining('CRM code') }]);
	const twice = await tech.runPartner(create, [{ code: 'my-crm' }], byError);
	expect(twice.failed).toMatchObject([{ details: { code: 'VALIDATION_FAILED' } }]);
	expect(JSON.stringify([created.failed, twice.failed])).not.toContain(secret);
});

test('an entry whose answer is lost is not entered again; an update is', async () => {
	const path = '/v2/marketplaces';
	tech.control.addFault({ kind: 'dropAfter', match: { path }, times: 1 });
	const { error } = await tech.runPartner(create, [{ code: 'my-crm' }]);
	expect(error?.description).toContain('may have carried it out');
	expect(tech.requests('POST', path)).toHaveLength(1);

	tech.control.clearFaults();
	tech.control.addFault({ kind: 'dropAfter', match: { path, method: 'PATCH' }, times: 1 });
	const { items } = await tech.runPartner(update, [{ name: 'My CRM', logo: svg }]);
	expect(items).toEqual([{ success: true }]);
	expect(tech.requests('PATCH', path)).toHaveLength(2);
});
