import { PassKeeper, type Granted, type Pass } from '../../../nodes/shared/transport/pass';

const pass: Pass = { secret: 'secret', renewAt: Infinity };

/** A fetch that ends when the test wants it to. */
function fetching() {
	const fetches: Array<{ signal: AbortSignal; end: (granted: Granted) => void }> = [];
	const get = async (signal: AbortSignal) =>
		await new Promise<Granted>((end) => fetches.push({ signal, end }));
	return { fetches, get };
}

test('many who ask at the same time get one pass', async () => {
	const { fetches, get } = fetching();
	const keeper = new PassKeeper();
	const asked = [keeper.give(get), keeper.give(get), keeper.give(get)];
	fetches[0]?.end({ ok: true, pass });
	expect(await Promise.all(asked)).toEqual(asked.map(() => ({ ok: true, pass })));
	expect(await keeper.give(get)).toEqual({ ok: true, pass });
	expect(fetches).toHaveLength(1);
});

test('one who is cancelled leaves the fetch to the others', async () => {
	const { fetches, get } = fetching();
	const keeper = new PassKeeper();
	const one = new AbortController();
	const asked = [keeper.give(get, undefined, one.signal), keeper.give(get)];
	one.abort();
	expect(fetches[0]?.signal.aborted).toBe(false);
	fetches[0]?.end({ ok: true, pass });
	expect(await asked[1]).toEqual({ ok: true, pass });
});

test('the last one who is cancelled ends the fetch, and the next one begins anew', async () => {
	const { fetches, get } = fetching();
	const keeper = new PassKeeper();
	const [one, other] = [new AbortController(), new AbortController()];
	void keeper.give(get, undefined, one.signal);
	void keeper.give(get, undefined, other.signal);
	one.abort();
	other.abort();
	expect(fetches[0]?.signal.aborted).toBe(true);
	const next = keeper.give(get);
	expect(fetches).toHaveLength(2);
	fetches[1]?.end({ ok: true, pass });
	fetches[0]?.end({ ok: true, pass: { ...pass, secret: 'of the cancelled one' } });
	expect(await next).toEqual({ ok: true, pass });
	expect(await keeper.give(get)).toEqual({ ok: true, pass });
});

test('a refused pass is not given again', async () => {
	const { fetches, get } = fetching();
	const keeper = new PassKeeper();
	keeper.take(pass);
	const next = keeper.give(get, pass);
	fetches[0]?.end({ ok: true, pass: { ...pass, secret: 'new' } });
	expect(await next).toMatchObject({ pass: { secret: 'new' } });
});
