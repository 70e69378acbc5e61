import { useTechTrigger } from './useTechTrigger';

const use = useTechTrigger();
const tokenRequests = () =>
	use.control.journal().filter(({ path }) => path === '/v2/oauth/token').length;

test('one partner login receives for the account that the node names, and items say which', async () => {
	const { accountId } = use.control.tech.createAccount();
	const one = use.partnerTrigger(use.sandbox.accountId);
	const other = use.partnerTrigger(accountId);
	await one.publish();
	await other.publish();
	expect(use.subscriptions()).toEqual([`message.add ${one.productionUrl}`]);
	expect(use.subscriptions(accountId)).toEqual([`message.add ${other.productionUrl}`]);
	await use.write('hello');
	expect(use.items()).toMatchObject([{ text: 'hello', account: use.sandbox.accountId }]);
	await one.unpublish();
	await other.unpublish();
	expect([...use.subscriptions(), ...use.subscriptions(accountId)]).toEqual([]);
	expect(use.host.warnings).toEqual([]);
	// A machine token, and one for each account.
	expect(tokenRequests()).toBe(3);
});

test('an account ID may have its dash', async () => {
	const { accountId } = use.sandbox;
	const workflow = use.partnerTrigger(`${accountId.slice(0, 4)}-${accountId.slice(4)}`);
	await workflow.publish();
	await use.write('hello');
	expect(use.items()).toMatchObject([{ account: accountId }]);
});

test('a node that is given another account leaves the earlier one', async () => {
	const { accountId } = use.control.tech.createAccount();
	const workflow = use.partnerTrigger(use.sandbox.accountId);
	await workflow.publish();
	workflow.parameters = { ...workflow.parameters, accountId };
	await workflow.publish('update');
	expect(use.subscriptions()).toEqual([]);
	expect(use.subscriptions(accountId)).toEqual([`message.add ${workflow.productionUrl}`]);
	// Stopped with parameters that were changed since, it leaves the account that it is in.
	workflow.parameters = { ...workflow.parameters, accountId: use.sandbox.accountId };
	await workflow.unpublish();
	expect(use.subscriptions(accountId)).toEqual([]);
	expect(use.host.warnings).toEqual([]);
});

test('also when n8n died before it noted the new one', async () => {
	const { accountId } = use.control.tech.createAccount();
	const workflow = use.partnerTrigger(use.sandbox.accountId);
	await workflow.publish();
	const noted = workflow.staticData;
	workflow.staticData = {};
	workflow.parameters = { ...workflow.parameters, accountId };
	await workflow.publish('update');
	workflow.staticData = noted;
	await workflow.publish('init');
	expect(use.subscriptions()).toEqual([]);
	expect(use.subscriptions(accountId)).toHaveLength(1);
});

test('a delivery with the token of another node of the same partner is refused', async () => {
	const one = use.partnerTrigger(use.sandbox.accountId);
	const other = use.partnerTrigger(use.sandbox.accountId);
	await one.publish();
	await other.publish();
	const [first] = use.control.tech.account().webhooks;
	const answer = await fetch(`${other.productionUrl}?${first?.url.split('?')[1]}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ event: 'message.add', data: [{ message_id: 'm-1' }] }),
	});
	await use.quiet();
	expect(answer.status).toBe(401);
	expect(use.host.started).toEqual([]);
});

test.each([
	['', 'Account ID is empty'],
	['none', 'Account ID "none" has no digits'],
])('account ID %p stops the activation', async (accountId, message) => {
	await expect(use.partnerTrigger(accountId).publish()).rejects.toThrow(message);
});

test("an account of another partner's stops the activation, and the error names it", async () => {
	const { accountId } = use.control.tech.createAccount({ partner: null });
	await expect(use.partnerTrigger(accountId).publish()).rejects.toThrow(`account ${accountId}`);
});
