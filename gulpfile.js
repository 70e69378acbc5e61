const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');

require('tsx/cjs');

const { writePreviews } = require('./scripts/previews');

/** Leaves nothing of an earlier build behind. */
async function clean() {
	await rm('dist', { recursive: true, force: true });
}

/** api/, nodes/ and credentials/ become dist/api/, dist/nodes/ and dist/credentials/. */
function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	return spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
}

function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

/** What n8n's node panel finds a node by. */
function codex() {
	return src('nodes/*/*.node.json').pipe(dest('dist/nodes'));
}

/** What the editor shows of an operation's output before its first run. */
async function previews() {
	await writePreviews('dist/nodes');
}

exports.icons = icons;
exports.codex = codex;
exports.previews = previews;
exports.default = series(clean, compile, parallel(icons, codex, previews));
