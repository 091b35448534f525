import { randomFillSync } from 'node:crypto';
import type { Uuid } from '@tabard/contract';

const random = Buffer.alloc(4096);
let offset = random.length;
let lastTime = 0;
let sequence = 0;
const made = Buffer.alloc(16);

/** Two hexadecimal digits of each byte, the first in the lower half. */
const digits = Uint16Array.from({ length: 256 }, (_, byte) =>
  Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16LE(),
);
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;
const written = Buffer.from('00000000-0000-0000-0000-000000000000');

/** The UUID in the 16 bytes from `offset` on. */
export function uuidAt(bytes: Uint8Array, offset = 0): Uuid {
  for (let at = 0; at < 16; at++) {
    const pair = digits[bytes[offset + at]!]!;
    written[places[at]!] = pair;
    written[places[at]! + 1] = pair >> 8;
  }
  return written.toString('latin1');
}

/** A new UUIDv7; ids made by one process sort in the order in which they were made. */
export function newId(): Uuid {
  if (offset + 10 > random.length) {
    randomFillSync(random);
    offset = 0;
  }
  let time = Date.now();
  if (time > lastTime) sequence = random.readUInt16BE(offset) & 0x3ff;
  else {
    time = lastTime;
    sequence += 1;
    // 12 bits a millisecond; past that the id borrows the next millisecond.
    if (sequence > 0xfff) {
      time += 1;
      sequence = 0;
    }
  }
  lastTime = time;
  made.writeUIntBE(time, 0, 6);
  made.writeUInt16BE(0x7000 | sequence, 6);
  random.copy(made, 8, offset + 2, offset + 10);
  made[8] = (made[8]! & 0x3f) | 0x80;
  offset += 10;
  return uuidAt(made);
}
