import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startClamd } from '../../../test/fixture/clamd.ts';
import { createFileScanner } from './clamav-scanner.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
async function clamd(options?: Parameters<typeof startClamd>[0]) {
  const daemon = await startClamd(options);
  stops.push(daemon.stop);
  return { daemon, scanner: createFileScanner(daemon.address) };
}
async function saying(work: (socket: Socket) => void) {
  const server: Server = createServer(work).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(async () => void server.close());
  return createFileScanner({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
}

describe('a scanner that speaks INSTREAM', () => {
  it('sends a file whole, in parts with their lengths, and gives what was found', async () => {
    const { daemon, scanner } = await clamd();
    const bytes = Buffer.alloc(3_000_000, 'abc');
    expect(await scanner.scan(Readable.from([bytes.subarray(0, 1_000_001), Buffer.alloc(0), bytes.subarray(1_000_001)]))).toBeNull(); // prettier-ignore
    expect(daemon.seen.at(-1)?.equals(bytes)).toBe(true);
    expect(await scanner.scan(Readable.from([Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE')]))).toBe(
      'Eicar-Signature',
    );
  });

  it('takes no verdict for none: a limit, a daemon that hangs up, one that is away', async () => {
    const { scanner: small } = await clamd({ limit: 1_000 });
    await expect(small.scan(Readable.from([Buffer.alloc(5_000_000)]))).rejects.toThrow(/size limit|away|EPIPE|RESET/i);
    const rude = await saying((socket) => socket.destroy());
    await expect(rude.scan(Readable.from([Buffer.alloc(100)]))).rejects.toThrow(/away|EPIPE|RESET|no verdict/i);
    const odd = await saying((socket) => socket.end('stream: \0'));
    await expect(odd.scan(Readable.from([Buffer.alloc(100)]))).rejects.toThrow(/no verdict/);
    const { daemon, scanner } = await clamd();
    await daemon.stop();
    await expect(scanner.scan(Readable.from([Buffer.from('x')]))).rejects.toThrow(/ECONNREFUSED/);
  });

  it('looks at nothing where there is none', async () => {
    const none = createFileScanner(null);
    expect([none.isSet, await none.scan(Readable.from([Buffer.from('x')]))]).toEqual([false, null]);
  });
});
