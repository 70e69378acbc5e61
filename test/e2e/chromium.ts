import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, selectors, type Browser } from 'playwright-core';

/** What Debian and others call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** Nothing but the pages that a test opens: no sandbox (root has none), no updates, no traffic of its own. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts the machine's Chromium. Throws with advice when there is none. */
export async function startChromium(): Promise<Browser> {
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath: await findChromium(), args: FLAGS });
}

async function findChromium(): Promise<string> {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
		const found = await access(path, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (found) return path;
	}
	throw new Error(
		`None of ${NAMES.join(', ')} was found. On Debian or Ubuntu: sudo apt-get install -y chromium`,
	);
}
