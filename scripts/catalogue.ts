import type { AnyEndpoint } from '../api/endpoint';
import { allOperations } from './nodes';

/** One route that one operation may use. */
export interface CatalogueRow extends Pick<
	AnyEndpoint,
	'surface' | 'method' | 'path' | 'auth' | 'repeat' | 'facts' | 'source'
> {
	node: string;
	/** `value` of the resource and of the operation, as workflows store them. */
	resource: string;
	operation: string;
	/** Entities that a request may carry at most; null where a request is about one thing. */
	bulkLimit: number | null;
}

/** One row per operation and endpoint, in the order of the resources. */
export function catalogue(): CatalogueRow[] {
	return allOperations().flatMap(({ node, resource, operation }) =>
		operation.runner.endpoints.map(
			({ surface, method, path, auth, bulk, repeat, facts, source }) => ({
				node: node.name,
				resource: resource.value,
				operation: operation.value,
				surface,
				method,
				path,
				auth,
				bulkLimit: bulk?.limit ?? null,
				repeat,
				facts,
				source,
			}),
		),
	);
}

if (require.main === module) console.log(JSON.stringify(catalogue(), null, 2));
