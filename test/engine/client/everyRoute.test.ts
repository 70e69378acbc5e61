import type { IDataObject } from 'n8n-workflow';
import { clientEndpoints } from '../../../api/tech';
import { client } from '../../samples/client';
import type { Known, Sample, Thing } from '../../samples/sample';
import { routeSuite } from '../routeSuite';
import { byId } from '../wazzup/useSandbox';
import { useTech } from './useTech';

const tech = useTech({ exportTime: 0 });

const account = () => tech.control.tech.account();
const channel = (transport = 'whatsapp', state = 'active') =>
	account().channels.find((each) => each.transport === transport && each.state === state)
		?.channelId ?? '';
const first = (list: ReadonlyArray<{ id: unknown }>) => String(list[0]?.id);
/** Runs another sample, and gives what came of it. */
async function run(operation: string, resource: string): Promise<IDataObject | undefined> {
	const isIt = (each: Sample) => each.operation === operation && each.resource === resource;
	const sample = client.find(isIt);
	const parameters = await sample?.parameters?.(known);
	const { items } = await tech.run({ ...parameters, operation, resource }, sample?.items);
	return items[0];
}
const made: Partial<Record<Thing, Known>> = {
	channel: () => channel(),
	wabaChannel: () => channel('wapi'),
	channelWithCode: () => channel('whatsapp', 'qridle'),
	channelWithPassword: async () => {
		const { items } = await tech.run({
			...{ resource: 'channel', operation: 'create', transport: 'whatsapp' },
		});
		const id = String(items[0]?.channel_id);
		await tech.scan(id, 'a password');
		return id;
	},
	contact: async () => String((await run('create', 'contact'))?.id),
	deal: async () => String((await run('create', 'deal'))?.id),
	user: () => first(account().users),
	template: () => first(account().templates),
	wabaTemplate: () => first(account().wabaTemplates),
	webhook: async () => String((await run('create', 'webhook'))?.id),
	export: async () => String((await run('startExport', 'message'))?.export_id),
	message: async () => {
		await tech.run({
			...{ resource: 'message', operation: 'send', channelId: byId(channel()) },
			...{ chatId: '79011112233', text: 'hello' },
		});
		const messages = () => tech.control.messages(channel(), '79011112233');
		// Wazzup answers first, and sends after that.
		while (messages().length === 0) await new Promise((resolve) => setImmediate(resolve));
		return String(messages()[0]?.messageId);
	},
};
const known: Known = async (thing) => (await made[thing]?.(thing)) ?? `a ${thing}`;

routeSuite({
	...{ name: "a customer's account", node: 'WazzupClient', endpoints: clientEndpoints },
	...{ samples: client, sandbox: tech, known },
});
