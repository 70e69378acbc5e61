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

/** The same workflow with every reference to a credential of this type pointing to the given one. */
export function withCredential(workflow: WorkflowFile, credential: StoredCredential): WorkflowFile {
	const { id, name, type } = credential;
	const nodes = workflow.nodes.map((node) =>
		node.credentials?.[type] === undefined
			? node
			: { ...node, credentials: { ...node.credentials, [type]: { id, name } } },
	);
	return { ...workflow, nodes };
}
