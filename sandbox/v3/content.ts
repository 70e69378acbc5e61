import { Agent, request } from 'undici';
import { messageTypeOf } from '../files';
import { Refusal } from '../refusal';
import type { World } from '../world';
import { refusedWithId } from './answer';

const megabyte = 1024 * 1024;

/** The part of a message that a `contentUri` makes. */
export interface Content {
	type: string;
	contentUri: string;
	fileName?: string;
}

const instagramTypes = /^image\/(jpeg|gif|png|x-icon|vnd\.microsoft\.icon|bmp)$/;

/** Whether the host is this machine: the sandbox never reaches further. */
function isLocal(url: URL): boolean {
	return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

const failed = (reason: string) =>
	refusedWithId('MESSAGE_DOWNLOAD_CONTENT_ERROR', `The file could not be downloaded: ${reason}.`);

/**
 * Fetches a file at once, as Wazzup does, and keeps it (A.4: the link has to answer without a redirect).
 * A link outside this machine is taken unseen: the sandbox must work without the internet.
 * Throws MESSAGE_DOWNLOAD_CONTENT_ERROR and the codes for empty, oversized and unsuitable files.
 */
export async function fetchContent(
	world: World,
	transport: string,
	contentUri: string,
): Promise<Content> {
	const url = new URL(contentUri);
	const fileName = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || undefined;
	if (!isLocal(url)) return { type: typeByName(fileName), contentUri, fileName };
	const { type, bytes } = await download(url);
	checkFile(transport, type, bytes.length);
	const id = world.files.add({ bytes, type, name: fileName });
	return {
		type: messageTypeOf(type),
		contentUri: `${world.url}/_sandbox/files/${id}`,
		fileName,
	};
}

async function download(url: URL): Promise<{ type: string; bytes: Buffer }> {
	const dispatcher = new Agent();
	try {
		const { statusCode, headers, body } = await request(url, {
			dispatcher,
			signal: AbortSignal.timeout(30_000),
		});
		const bytes = Buffer.from(await body.arrayBuffer());
		if (statusCode !== 200) throw failed(`the link answered ${statusCode}`);
		const type =
			String(headers['content-type'] ?? '')
				.split(';')[0]
				?.trim() ?? '';
		if (!/^[\w.+-]+\/[\w.+-]+$/.test(type)) {
			throw refusedWithId('MESSAGE_WRONG_CONTENT_TYPE', 'The type of the file is unknown.');
		}
		return { type: type.toLowerCase(), bytes };
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw failed(error instanceof Error ? error.message : String(error));
	} finally {
		await dispatcher.close();
	}
}

/** Sizes of A.4.1, and what Instagram takes. */
function checkFile(transport: string, type: string, size: number): void {
	const tooBig = (suffix: string) =>
		refusedWithId(`MESSAGES_CONTENT_SIZE_EXCEEDED${suffix}`, 'The file is too large.');
	const isImage = type.startsWith('image/');
	if (size === 0) throw refusedWithId('MESSAGES_CONTENT_CAN_NOT_BE_BLANK', 'The file is empty.');
	if (transport === 'instagram' && !instagramTypes.test(type)) {
		throw refusedWithId(
			'MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI',
			'Instagram does not take this type of file.',
		);
	}
	if (transport === 'wapi' && isImage && size > 5 * megabyte) throw tooBig('_WABA');
	if (transport === 'telegram' && isImage && size > 5 * megabyte) throw tooBig('_TELEGRAM');
	if (size > 10 * megabyte) throw tooBig('');
}

/** What the ending of a name tells of a file that is not fetched. */
function typeByName(name = ''): string {
	const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
	if (['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp'].includes(ending)) return 'image';
	if (['mp3', 'ogg', 'oga', 'wav', 'm4a', 'aac'].includes(ending)) return 'audio';
	if (['mp4', 'mov', 'webm', 'avi', '3gp'].includes(ending)) return 'video';
	return 'document';
}
