import { dotStuff } from '@tabard/email';

const CR = 0x0d;
const LF = 0x0a;
const DOT = 0x2e;
const end = Buffer.from('\r\n.\r\n');

/** A message as it goes over the wire after `DATA`. */
export interface FramedMessage {
  /** The text with doubled dots, and the final dot. */
  bytes: Buffer;
  /** Bytes of the text alone. */
  size: number;
  eightBit: boolean;
}

/** Makes a message safe to send: dots at line starts are doubled, every line ends with CRLF. */
export function frameMessage(raw: Uint8Array): FramedMessage {
  let eightBit = false;
  let clean = true;
  let dotted = false;
  let before = LF;
  for (let index = 0; index < raw.length; index++) {
    const byte = raw[index]!;
    if (byte > 0x7f) eightBit = true;
    else if (byte <= DOT) {
      // Lone CR and LF are where smuggled commands hide: receivers disagree about them.
      if (byte === LF ? before !== CR : before === CR) clean = false;
      else if (byte === DOT && before === LF) dotted = true;
    } else if (before === CR) clean = false;
    before = byte;
  }
  const text = clean && before !== CR ? (dotted ? dotStuff(raw) : raw) : rewrite(raw);
  const ending = text.length === 0 || text.at(-1) === LF ? end.subarray(2) : end;
  return { bytes: Buffer.concat([text, ending]), size: text.length, eightBit };
}

function rewrite(raw: Uint8Array): Buffer {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  return Buffer.from(text.replace(/\r\n|\r|\n/g, '\r\n').replace(/^\./gm, '..'), 'latin1');
}
