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
const project = (name) => ({
	displayName: name,
	// Not the whole folder: host/n8n holds 2 GB.
	roots: ['<rootDir>/test', '<rootDir>/api', '<rootDir>/credentials', '<rootDir>/nodes'],
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: ['unit', 'wire', 'engine', 'e2e', 'queue'].map(project),
	// For a busy machine; the end-to-end tests take longer and say so themselves.
	testTimeout: 60_000,
	collectCoverageFrom: ['api/**/*.ts', 'credentials/**/*.ts', 'nodes/**/*.ts'],
	coverageDirectory: 'coverage',
	coverageReporters: ['text-summary', 'html', 'lcovonly'],
	coverageThreshold: { global: { lines: 90 } },
};
