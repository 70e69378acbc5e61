import { Advice, textOf } from '../host/advice';
import { installN8n } from '../host/install';

/** Installs the pinned n8n where a person sees it, since the end-to-end tests would do it without a word. */
installN8n(console.log).catch((error: unknown) => {
	console.error(error instanceof Advice ? error.message : textOf(error));
	process.exitCode = 1;
});
