/** Stands in for the WebSocket of this Node.js: the test says what the server does. */
export class FakeSocket extends EventTarget {
	static readonly OPEN = 1;
	/** All that were opened, oldest first. */
	static all: FakeSocket[] = [];
	readyState = 0;
	readonly sent: string[] = [];

	constructor(readonly url: string) {
		super();
		FakeSocket.all.push(this);
	}

	/** The server sends these texts. */
	hear(...texts: string[]): void {
		this.readyState = FakeSocket.OPEN;
		for (const data of texts) this.dispatchEvent(new MessageEvent('message', { data }));
	}

	/** The connection breaks. */
	break(): void {
		this.readyState = 3;
		this.dispatchEvent(new Event('error'));
	}

	send(text: string): void {
		this.sent.push(text);
	}

	close(): void {
		this.readyState = 3;
	}
}

/** Puts the fake in the place of the real one for the tests of a file. */
export function useFakeSocket(): void {
	const real = globalThis.WebSocket;
	beforeEach(() => {
		FakeSocket.all = [];
		Object.assign(globalThis, { WebSocket: FakeSocket });
	});
	afterAll(() => void Object.assign(globalThis, { WebSocket: real }));
}
