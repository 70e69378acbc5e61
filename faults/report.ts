import { ITEMS } from './kind';

/** docs/faults.md, from its tables. */
export const reportOf = (
	{ truth, told }: { truth: string; told: string },
	cancelled: string,
): string => `# What happens when things go wrong

Made by \`npm run faults\`, which writes this file (\`npm run faults -- --only <kind>\` runs one kind and writes nothing).

Each cell runs ${ITEMS} items through the node inside n8n's own engine (n8n-core) against the sandbox, which spoils a part of the
requests: each tenth one or so, and each second one where 100 items share a request. Where Wazzup may have acted on a spoiled
request or not (500, 502, a time-out, an answer that cannot be read), the cell is two runs, one of each; in the first row nothing
is spoiled. Then what the node told of each item is held against what is in the sandbox:

- _lost_: told as done and did not happen, or nothing was told of it;
- _doubled_: happened twice;
- _misreported_: told as failed and happened all the same, without a word that it may have.

## Lost / doubled / misreported

${truth}

## What the items were told: done / failed / may have happened

Where a repeat is safe, the node repeats, and all is done in the end. Where it is not (a send over tech or the API of 2021, the start
of an export, a new webhook of tech), an item whose answer did not come says that it may have happened. "Failed" is for sure: a
refused key, a forbidden route, a message for which there was no token.

${told}

- _read a list_ counts the rows of 20 pages; one page that is refused fails the list as a whole.
- _send, tech, with 20 refresh tokens_: 20 runs of ten messages, one after the other, each with a credential of its own whose access
  token was withdrawn, or that has none yet; the faults meet the renewals. A refresh token is good once, so with an answer that is
  lost the next one is lost, too. The 20 credentials count as items: done, and a later run gets in; failed, and the refresh token is
  as good as before; or each error of the run says that the customer has to grant access again. The messages of such a run have
  failed: none went out.
- _trigger_: a workflow that is published and unpublished 100 times each. Done is done only when the account delivers exactly what it
  should: on tech two events, beside the subscription of another program to one of them; on the API of 2021 to the address of the
  trigger, and then again to the one that another program had before. An account has one address there and on v3, so nothing can
  double; on tech, and for _create webhook_, the sandbox subscribes as often as it is asked.
- _403_, and _401_ on tech, are worded as each API words its refusals.
- _connection refused_: the port of the sandbox closes for a while. A request that waited in its queue at that moment is dropped,
  which from outside is no different from an answer that was lost.
- _a page with 200_: something in between answers in Wazzup's place, as the sign-in page of a network does.
- _slow trickle_: an answer bit by bit, the whole of it in 1.5 s or in 75 s, longer than the node waits.

## A cancelled execution

From the cancel to the end of the node's own work (n8n reports the end of the execution earlier), and the requests that came in the
three seconds after it.

${cancelled}
`;
