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

/** A kind of test: one folder below test/, and how long one of its tests may take on a busy machine. */
const project = (name, testTimeout) => ({
	displayName: name,
	// Not the whole folder: host/n8n holds 2 GB.
	roots: ['<rootDir>/test', '<rootDir>/api', '<rootDir>/credentials', '<rootDir>/nodes'],
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	transform,
	testTimeout,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		project('unit', 20_000),
		project('wire', 30_000),
		project('engine', 60_000),
		project('e2e', 600_000),
	],
	collectCoverageFrom: ['api/**/*.ts', 'credentials/**/*.ts', 'nodes/**/*.ts'],
	coverageDirectory: 'coverage',
	coverageReporters: ['text-summary', 'html', 'lcovonly'],
	coverageThreshold: { global: { lines: 90 } },
};
