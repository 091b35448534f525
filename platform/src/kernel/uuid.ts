import { randomFillSync } from 'node:crypto';
import type { Uuid } from '@tabard/contract';

const random = Buffer.alloc(4096);
let offset = random.length;
let lastTime = 0;
let sequence = 0;

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
  const high = time.toString(16).padStart(12, '0');
  const mid = (0x7000 | sequence).toString(16);
  const variant = ((random[offset + 2]! & 0x3f) | 0x80).toString(16);
  const tail = random.toString('hex', offset + 3, offset + 10);
  offset += 10;
  return `${high.slice(0, 8)}-${high.slice(8)}-${mid}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}
