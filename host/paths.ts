import { join } from 'node:path';

/** The folder of the clone. */
export const projectFolder = join(__dirname, '..');

/** The private folder that holds the pinned n8n: its manifest and lock are committed, its node_modules is not. */
export const n8nFolder = join(__dirname, 'n8n');

/** Where `npm start` keeps n8n's database between two starts. Ignored by git. */
export const keptUserFolder = join(projectFolder, '.host', 'user');
