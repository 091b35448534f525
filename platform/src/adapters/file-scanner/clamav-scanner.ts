import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { FileScanner } from '#ports';

/** Where a `clamd` listens. */
export interface ScannerAddress {
  host: string;
  port: number;
}

/** A daemon that says nothing for so long is not there. */
const silenceMs = 120_000;
/** The longest answer that is read. */
const mostAnswer = 4_096;

/** A scanner that speaks ClamAV's INSTREAM; without an address there is none. */
export function createFileScanner(address: ScannerAddress | null): FileScanner {
  return {
    isSet: address !== null,
    scan: (body) => (address ? scanBy(address, body) : Promise.resolve(null)),
  };
}

/** One file over one connection: its length and bytes for each part, nothing as the end, then the verdict. */
async function scanBy({ host, port }: ScannerAddress, body: Readable): Promise<string | null> {
  const socket = connect({ host, port });
  const answer = readAnswer(socket);
  try {
    await write(socket, Buffer.from('zINSTREAM\0'), answer);
    for await (const chunk of body as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      // A daemon that has seen enough says so before the end.
      if (chunk.length > 0 && !(await write(socket, Buffer.concat([length, chunk]), answer))) break;
    }
    await write(socket, Buffer.alloc(4), answer);
    return verdictOf(await answer);
  } finally {
    body.destroy();
    socket.destroy();
  }
}

/** Whether the connection takes more; waits until it has room. */
async function write(socket: Socket, bytes: Buffer, answer: Promise<string>): Promise<boolean> {
  if (socket.destroyed || !socket.writable) return false;
  if (socket.write(bytes)) return true;
  const room = new Promise<boolean>((resolve) => {
    socket.once('drain', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  return Promise.race([room, answer.then(() => false)]);
}

function readAnswer(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let text = '';
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('The scanner says nothing.')));
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.includes('\0') || text.length > mostAnswer) resolve(text.split('\0')[0] ?? '');
    });
    socket.once('error', reject);
    socket.once('close', () => (text ? resolve(text) : reject(new Error('The scanner went away without an answer.'))));
  });
  // It is heard of at the end, also where it failed before.
  answer.catch(() => undefined);
  return answer;
}

/** @throws for every answer that is not a verdict, such as a limit of the daemon's */
function verdictOf(answer: string): string | null {
  const said = answer.trim().replace(/^stream: /, '');
  if (said === 'OK') return null;
  const [, found] = /^(.+) FOUND$/.exec(said) ?? [];
  if (found) return found.slice(0, 200);
  throw new Error(`The scanner gave no verdict: ${said.slice(0, 200)}`);
}
