import { dealsOfAccounts } from './deals';
import { read } from './read';
import type { EngineScenario } from './scenario';
import { send } from './send';
import { write } from './write';

/** What is measured in n8n's engine. */
export const engineScenarios: readonly EngineScenario[] = [write, send, read, dealsOfAccounts];
