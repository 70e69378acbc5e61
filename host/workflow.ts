import { z } from 'zod/v4';

const CredentialReference = z.looseObject({
	id: z.string().nullish(),
	name: z.string().optional(),
});

const WorkflowNode = z.looseObject({
	name: z.string(),
	type: z.string(),
	credentials: z.record(z.string(), CredentialReference).optional(),
});

/** A workflow as the editor exports it; what is not named here passes through. */
export const WorkflowFile = z.looseObject({
	name: z.string(),
	nodes: z.array(WorkflowNode),
	connections: z.record(z.string(), z.unknown()),
	settings: z.record(z.string(), z.unknown()).optional(),
	meta: z.record(z.string(), z.unknown()).nullish(),
	pinData: z.record(z.string(), z.unknown()).nullish(),
});

/** A workflow as n8n's REST interface shows it. */
export const StoredWorkflow = z.looseObject({
	id: z.string(),
	name: z.string(),
	versionId: z.string(),
	activeVersionId: z.string().nullish(),
	nodes: z.array(WorkflowNode),
});

/** A credential as n8n's REST interface shows it: without its data. */
export const StoredCredential = z.looseObject({
	id: z.string(),
	name: z.string(),
	type: z.string(),
});

/** How far the publishing of a workflow is; n8n registers triggers in the background. */
export const Publication = z.looseObject({
	status: z.enum(['in_progress', 'published', 'partial', 'failed', 'not_published']),
	triggers: z.array(z.looseObject({ nodeId: z.string(), errorMessage: z.string().nullish() })),
});

export type WorkflowFile = z.output<typeof WorkflowFile>;
export type StoredWorkflow = z.output<typeof StoredWorkflow>;
export type StoredCredential = z.output<typeof StoredCredential>;
export type Publication = z.output<typeof Publication>;

/** The same workflow with every reference to a credential of these types pointing to the given ones. */
export function withCredentials(
	workflow: WorkflowFile,
	...credentials: StoredCredential[]
): WorkflowFile {
	const nodes = workflow.nodes.map((node) => ({
		...node,
		...(node.credentials && {
			credentials: Object.fromEntries(
				Object.entries(node.credentials).map(([type, reference]) => {
					const own = credentials.find((credential) => credential.type === type);
					return [type, own ? { id: own.id, name: own.name } : reference];
				}),
			),
		}),
	}));
	return { ...workflow, nodes };
}
