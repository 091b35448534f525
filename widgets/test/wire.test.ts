import { expect } from '@open-wc/testing';
import { toFailure } from '../src/base/failure.ts';
import { textOf } from '../src/base/failure-text.ts';
import { connect } from '../src/core/connect.ts';
import { keepToken } from '../src/core/keep-token.ts';

/** The runner serves `/wire/…`: a small server that speaks the platform's wire and refuses the first token it sees. */
const baseUrl = `${location.origin}/wire`;
const client = () => {
  let made = 0;
  return connect({
    baseUrl,
    keeper: keepToken(
      async () => `token-${++made}`,
      () => undefined,
    ),
  });
};

describe('the wire', () => {
  it('renews a refused token once and answers as if nothing had happened', async () => {
    expect(await client().leads.list({ limit: 2 })).to.deep.equal({ items: [], nextCursor: null, asked: { limit: 2 } });
  });

  it('tries a change again under the same idempotency key', async () => {
    const answer = (await client().campaigns.launch({ id: 'cmp_1' })) as unknown as { keys: string[] };
    expect(answer.keys).to.have.length(2);
    expect(new Set(answer.keys).size).to.equal(1);
  });

  it('carries the code, the words and the number of an error', async () => {
    const error: unknown = await client()
      .leads.get({ id: 'lea_gone' })
      .then(
        () => null,
        (thrown: unknown) => thrown,
      );
    expect(error).to.include({
      code: 'lead.not_found',
      status: 404,
      requestId: 'req_7',
      message: 'There is no such lead.',
    });
  });

  it('carries those of a refused file as well, so that people are told what to do', async () => {
    const error: unknown = await client()
      .uploads.create(new File([], 'leads.csv'))
      .catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'upload.empty', status: 400, message: 'It is empty.' });
    expect(textOf(toFailure(error))).to.contain('It is empty.');
  });

  it('reads events as they come, cut anywhere', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const event of client().events.stream({}, { signal: stop.signal }))
      seen.push(`${event.id} ${event.type}`);
    expect(seen).to.deep.equal(['e1 lead.created', 'e2 lead.updated']);
  });
});
