import { inEngine } from '../engine/scenario';
import { engineScenarios } from './engine';
import { idle } from './idle';
import type { Scenario } from './scenario';
import { trigger } from './trigger';

/** Everything that is measured, in the order of the report. */
export const scenarios: readonly Scenario[] = [...engineScenarios.map(inEngine), trigger, idle];
