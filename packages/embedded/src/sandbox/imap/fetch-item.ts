import { type MailboxEntry } from '../mail-schema.ts';
import { describeEnvelope, describeStructure } from './describe-message.ts';
import { type MimePart } from './mime-part.ts';
import { readSection } from './read-section.ts';
import { Refusal } from './refusal.ts';

/** One FETCH item of a message as it goes over the wire, such as `UID 7` or `BODY[TEXT] {3}...`. */
export function fetchItem(item: string, entry: MailboxEntry, message: () => MimePart): Buffer {
  const name = item.toUpperCase();
  const legacy: Record<string, string> = { RFC822: '', 'RFC822.HEADER': 'HEADER', 'RFC822.TEXT': 'TEXT' };
  const section = /^BODY(?:\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?$/is.exec(item);
  if (section || name in legacy) {
    const [, path = legacy[name] ?? '', offset, length] = section ?? [];
    const bytes = readSection(message(), path);
    const label = section ? `BODY[${path}]${offset ? `<${offset}>` : ''}` : name;
    if (!bytes) return Buffer.from(`${label} NIL`);
    const slice = offset ? bytes.subarray(Number(offset), Number(offset) + Number(length)) : bytes;
    return Buffer.concat([Buffer.from(`${label} {${slice.length}}\r\n`), slice]);
  }
  const values: Record<string, () => string> = {
    UID: () => String(entry.uid),
    FLAGS: () => `(${entry.flags.join(' ')})`,
    INTERNALDATE: () => `"${internalDate(entry.internalDate)}"`,
    'RFC822.SIZE': () => String(entry.size),
    ENVELOPE: () => describeEnvelope(message()),
    BODYSTRUCTURE: () => describeStructure(message(), true),
    BODY: () => describeStructure(message(), false),
  };
  const value = values[name];
  if (!value) throw new Refusal('BAD', `Unknown item ${item}`);
  return Buffer.from(`${name} ${value()}`);
}

function internalDate(time: number): string {
  const [, day = '', month = '', year = '', clock = ''] = new Date(time).toUTCString().split(' ');
  return `${day}-${month}-${year} ${clock} +0000`;
}
