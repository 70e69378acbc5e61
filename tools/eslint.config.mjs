import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What n8n itself switches off for community nodes, in its command line tool and in its scanner. */
const notForCommunityNodes = {
	'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
	'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
	'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
	'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
};

const plugins = { 'n8n-nodes-base': n8nNodesBase };

export default defineConfig(
	globalIgnores(['**/node_modules', 'dist', 'coverage', 'test-results', '.host']),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },

	// What n8n asks of a verified package.
	{
		files: ['package.json', 'nodes/**/*.{ts,json}', 'credentials/**/*.{ts,json}'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		linterOptions: { noInlineConfig: true },
		rules: { 'no-console': 'error' },
	},
	{
		files: ['package.json'],
		plugins,
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		plugins,
		rules: { ...n8nNodesBase.configs.credentials.rules, ...notForCommunityNodes },
	},
	{
		files: ['nodes/**/*.ts'],
		plugins,
		rules: { ...n8nNodesBase.configs.nodes.rules, ...notForCommunityNodes },
	},
	{ files: ['**/*.json'], languageOptions: { parser: tseslint.parser } },

	// What TypeScript can tell of the code.
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
		},
		rules: {
			eqeqeq: 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
			// n8n's interfaces ask for promises where there is nothing to wait for.
			'@typescript-eslint/require-await': 'off',
			// n8n's types promise values that can be missing at run time, and a guard against that is no mistake.
			'@typescript-eslint/no-unnecessary-condition': 'off',
			// n8n types parameters and credentials as anything that JSON can hold.
			'@typescript-eslint/no-base-to-string': 'off',
			'@typescript-eslint/no-confusing-void-expression': 'off',
			// superRefine() of zod 4 is only discouraged, and check() has no way to see the refined type.
			'@typescript-eslint/no-deprecated': 'off',
		},
	},
	{
		files: ['test/**/*.ts'],
		// expect.any() and JSON.parse() are any; a wrong value fails the test anyway.
		rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
	},
	{
		files: ['sandbox/page/**/*.js'],
		extends: [js.configs.recommended],
		// The page runs in a browser, whose names ESLint does not know by itself.
		rules: { 'no-undef': 'off' },
	},
);
