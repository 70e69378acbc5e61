import { randomUUID } from 'node:crypto';

export interface StoredFile {
	bytes: Buffer;
	/** MIME type. */
	type: string;
	name?: string;
}

/** Files of the conversation: what store.wazzup24.com is to Wazzup. */
export class Files {
	private readonly files = new Map<string, StoredFile>();

	add(file: StoredFile): string {
		const id = randomUUID();
		this.files.set(id, file);
		return id;
	}

	get(id: string): StoredFile | undefined {
		return this.files.get(id);
	}

	clear(): void {
		this.files.clear();
	}
}

/** The `type` of a message that carries a file of this MIME type. */
export function messageTypeOf(mimeType: string): string {
	const family = mimeType.split('/')[0] ?? '';
	return ['image', 'audio', 'video'].includes(family) ? family : 'document';
}
