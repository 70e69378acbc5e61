import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import type { Access } from './engine/flow';

/** What a measured sandbox is to be like. */
export interface SandboxSetup {
	settings: Omit<SandboxOptions, 'port' | 'techPort' | 'log'>;
	seed: { contacts?: number; accounts?: number };
}

/** What reached the sandbox. */
export interface Traffic {
	requests: number;
	/** Requests that were answered with 429. */
	refused: number;
	/** Entities and messages that it holds now. */
	contacts: number;
	messages: number;
	/** In all accounts of a partner's customers. */
	deals: number;
}

function accessOf(sandbox: Sandbox, count = 0): Access {
	const { url, apiKey, techUrl, partner, control } = sandbox;
	const accounts = Array.from({ length: count }, () => control.tech.createAccount().accountId);
	return { url, apiKey, techUrl, partner, accounts };
}

function trafficOf({ control }: Sandbox, { accounts }: Access): Traffic {
	const journal = control.journal();
	const chats = control.chats();
	return {
		requests: journal.length,
		refused: journal.filter(({ status }) => status === 429).length,
		contacts: control.state().contacts.length,
		messages: chats
			.flatMap(({ channelId, chatId }) => control.messages(channelId, chatId))
			.filter(({ direction }) => direction === 'out').length,
		deals: accounts.reduce((sum, id) => sum + control.tech.account(id).deals.length, 0),
	};
}

/** The program of the sandbox's process: one sandbox that is measured, and one for getting warm. */
async function main({ settings, seed }: SandboxSetup): Promise<void> {
	const measured = await startSandbox(settings);
	const warmUp = await startSandbox(settings);
	measured.control.seed({ contacts: seed.contacts });
	warmUp.control.seed({ contacts: Math.min(seed.contacts ?? 0, 1_000) });
	const access = accessOf(measured, seed.accounts);
	process.on('message', () => process.send?.(trafficOf(measured, access)));
	process.send?.({ access, warmUp: accessOf(warmUp, seed.accounts) });
}

// Ends with the process that started it.
process.once('disconnect', () => process.exit(0));
process.once('message', (setup: SandboxSetup) => void main(setup));
