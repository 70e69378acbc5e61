// Loaded before everything else.

// n8n-core would log every failing node, and faults make many fail.
process.env.N8N_LOG_LEVEL ??= 'silent';

// Beside Wazzup.node.ts stands Wazzup.node.json, and an import of `Wazzup.node` means the first: JSON comes last.
const loaders: Partial<NodeJS.RequireExtensions> = require.extensions;
const { '.json': json } = loaders;
delete loaders['.json'];
loaders['.json'] = json;
