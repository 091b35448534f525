import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';

/** Streams that are being opened at once. */
const lanes = 40;

interface Holding {
  url: string;
  origin: string;
  /** Embed sessions; each gets `each` streams. */
  tokens: string[];
  each: number;
}

/**
 * Opens streams of events and holds them. Says `{"open":…,"refused":…}` when all were asked for, `{"open":…,"events":…}` for every line
 * on its input, and ends with it.
 */
const { url, origin, tokens, each } = JSON.parse(process.argv[2] ?? '{}') as Holding; // given by the bench
const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
let [open, refused, events] = [0, 0, 0];

const openOne = (token: string): Promise<void> =>
  new Promise((resolve) => {
    const ask = request(
      `${url}/rpc/events.stream`,
      {
        method: 'POST',
        agent,
        headers: {
          Authorization: `Bearer ${token}`,
          Origin: origin,
          'Content-Type': 'application/json',
          'Content-Length': 2,
        },
      },
      (answer) => {
        const held = answer.statusCode === 200;
        if (held) open += 1;
        else refused += 1;
        answer.on('data', (chunk: Buffer) => (events += chunk.includes('bench.mark') ? 1 : 0));
        answer.once('close', () => (open -= held ? 1 : 0));
        answer.on('error', () => undefined);
        resolve();
      },
    );
    ask.once('error', () => {
      refused += 1;
      resolve();
    });
    ask.end('{}');
  });

const wanted = tokens.flatMap((token) => Array.from({ length: each }, () => token));
const lane = async () => {
  for (let token = wanted.pop(); token !== undefined; token = wanted.pop()) await openOne(token);
};
await Promise.all(Array.from({ length: lanes }, lane));
console.log(JSON.stringify({ open, refused }));
const input = createInterface({ input: process.stdin });
input.on('line', () => console.log(JSON.stringify({ open, events })));
input.once('close', () => process.exit(0));
