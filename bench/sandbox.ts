import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';
import type { Access } from './engine/flow';

/** What a measured sandbox is to be like. */
export interface SandboxSetup {
	settings: Omit<SandboxOptions, 'port' | 'techPort' | 'log'>;
	seed: { contacts?: number };
}

/** What reached the sandbox. */
export interface Traffic {
	requests: number;
	/** Requests that were answered with 429. */
	refused: number;
	/** Entities and messages that it holds now. */
	contacts: number;
	messages: number;
}

const accessOf = ({ url, apiKey, techUrl, partner }: Sandbox): Access => ({
	url,
	apiKey,
	techUrl,
	partner,
});

function trafficOf({ control }: Sandbox): Traffic {
	const journal = control.journal();
	const chats = control.chats();
	return {
		requests: journal.length,
		refused: journal.filter(({ status }) => status === 429).length,
		contacts: control.state().contacts.length,
		messages: chats
			.flatMap(({ channelId, chatId }) => control.messages(channelId, chatId))
			.filter(({ direction }) => direction === 'out').length,
	};
}

/** The program of the sandbox's process: one sandbox that is measured, and one for getting warm. */
async function main({ settings, seed }: SandboxSetup): Promise<void> {
	const measured = await startSandbox(settings);
	const warmUp = await startSandbox(settings);
	measured.control.seed(seed);
	warmUp.control.seed({ contacts: Math.min(seed.contacts ?? 0, 1_000) });
	process.on('message', () => process.send?.(trafficOf(measured)));
	process.send?.({ access: accessOf(measured), warmUp: accessOf(warmUp) });
}

// Ends with the process that started it.
process.once('disconnect', () => process.exit(0));
process.once('message', (setup: SandboxSetup) => void main(setup));
