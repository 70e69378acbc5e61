import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Writes a file of docs/ in the project's own layout. @param markdown its whole text */
export async function writeDocument(file: string, markdown: string): Promise<void> {
	const style = await resolveConfig(file);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, await format(markdown, { ...style, parser: 'markdown' }));
}
