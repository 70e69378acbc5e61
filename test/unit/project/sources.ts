import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { projectFolder } from '../../../host/paths';

/** One import of one file: of a file of this project (its path from the root on), or of a package. */
export interface Import {
	from: string;
	to: string;
	isFile: boolean;
}

/** All TypeScript files of a folder, as paths from the root on. */
export function sourceFiles(folder: string): string[] {
	const exclude = ['**/node_modules'];
	return ts.sys
		.readDirectory(join(projectFolder, folder), ['.ts'], exclude)
		.map((path) => pathFromRoot(path));
}

/** Everything that a file imports, types and dynamic imports included, as TypeScript's own scanner sees it. */
export function importsOf(file: string): Import[] {
	return importsIn(file, readFileSync(join(projectFolder, file), 'utf8'));
}

/** The same of a text that stands in for a file. */
export function importsIn(file: string, text: string): Import[] {
	return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
		const isFile = fileName.startsWith('.');
		const to = isFile
			? pathFromRoot(join(projectFolder, dirname(file), fileName))
			: fileName.replace(/^node:/, '');
		return { from: file, to, isFile };
	});
}

function pathFromRoot(path: string): string {
	return relative(projectFolder, path).split(sep).join('/');
}
