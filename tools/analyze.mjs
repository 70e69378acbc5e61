// Lints a folder exactly as n8n's scanner does, and prints what it finds as JSON.
// node analyze.mjs <folder> source|published
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';

const [folder, leg] = process.argv.slice(2);
const patterns = leg === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];

const verdict = await analyzePackage(folder, patterns);

// The scanner's verdict is about errors only; its own rules are run once more for the warnings.
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const results = await eslint.lintFiles(patterns);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, column, severity, ruleId, message }) => ({
		file: filePath,
		line,
		column,
		severity: severity === 2 ? 'error' : 'warning',
		rule: ruleId,
		message,
	})),
);
console.log(
	JSON.stringify({
		passed: verdict.passed,
		message: verdict.message,
		files: results.length,
		findings,
	}),
);
