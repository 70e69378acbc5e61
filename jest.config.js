// n8n-core would log every failing node, and the tests provoke many.
process.env.N8N_LOG_LEVEL ??= 'silent';

const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{
			jsc: {
				parser: { syntax: 'typescript', decorators: true },
				target: 'es2022',
				keepClassNames: true,
			},
		},
	],
};

/** A kind of test: one folder below test/. */
const project = (name, more = {}) => ({
	displayName: name,
	// Not the whole folder: host/n8n holds 2 GB.
	roots: ['<rootDir>/test', '<rootDir>/api', '<rootDir>/credentials', '<rootDir>/nodes'],
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform,
	...more,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: [project('unit'), project('wire'), project('engine'), project('e2e')],
	collectCoverageFrom: ['api/**/*.ts', 'credentials/**/*.ts', 'nodes/**/*.ts'],
	coverageProvider: 'v8',
	coverageDirectory: 'coverage',
	coverageReporters: ['text-summary', 'html', 'lcovonly'],
	coverageThreshold: { global: { lines: 90 } },
};
