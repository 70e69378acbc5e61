import { v3Endpoints } from '../../../api/v3';
import type { Known, Thing } from '../../samples/sample';
import { wazzup } from '../../samples/wazzup';
import { routeSuite } from '../routeSuite';
import { byId, useSandbox } from './useSandbox';

const sandbox = useSandbox();

const lastOf = (list: ReadonlyArray<{ id: unknown }>) => String(list.at(-1)?.id);
const seeded = () => {
	sandbox.control.seed({ contacts: 3, deals: 3, users: 3 });
	return sandbox.control.state();
};
const channel = () =>
	sandbox.control.state().channels.find(({ state }) => state === 'active')?.channelId ?? '';

const made: Partial<Record<Thing, Known>> = {
	channel,
	contact: () => lastOf(seeded().contacts),
	deal: () => lastOf(seeded().deals),
	user: () => lastOf(seeded().users),
	message: async () => {
		const { items } = await sandbox.run({
			...{ resource: 'message', operation: 'send', channelId: byId(channel()) },
			...{ chatType: 'whatsapp', chatId: '79011112233', text: 'hello' },
		});
		return String(items[0]?.messageId);
	},
	state: async () => {
		const register = { resource: 'integration', operation: 'registerInMarketplace' };
		await sandbox.run({ ...register, crmCode: 'my-crm', secret: 'a secret' });
		return sandbox.control.marketplaceState('my-crm').state;
	},
};

routeSuite({
	...{ name: 'v3', node: 'Wazzup', endpoints: v3Endpoints, samples: wazzup, sandbox },
	known: async (thing) => (await made[thing]?.(thing)) ?? `a ${thing}`,
});
