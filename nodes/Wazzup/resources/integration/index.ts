import type { Resource } from '../../../shared/operation';
import { confirmConnection } from './confirmConnection';
import { migrateClient } from './migrateClient';
import { registerInMarketplace } from './registerInMarketplace';

export const integration: Resource = {
	value: 'integration',
	name: 'Integration',
	operations: [registerInMarketplace, confirmConnection, migrateClient],
};
