import { type MimePart } from './mime-part.ts';

/** The bytes of a BODY[...] section such as `1.2.MIME`, `HEADER.FIELDS (TO CC)` or empty for everything; null when there is no such part. */
export function readSection(root: MimePart, section: string): Buffer | null {
  const [, path = '', rest = ''] = /^((?:\d+(?:\.(?=\d))?)*)\.?(.*)$/s.exec(section) ?? [];
  let part: MimePart | undefined = root;
  for (const number of path.split('.').filter(Boolean)) {
    // A message inside a message is numbered through: its parts are addressed without a step of their own.
    const holder: MimePart = part.type === 'message' && part.children[0] ? part.children[0] : part;
    part = holder.type === 'multipart' ? holder.children[Number(number) - 1] : number === '1' ? holder : undefined;
    if (!part) return null;
  }
  const what = rest.toUpperCase();
  if (what === 'MIME') return part.header;
  const message = path && part.type === 'message' && part.children[0] ? part.children[0] : part;
  if (!what) return path ? part.body : Buffer.concat([part.header, part.body]);
  if (what === 'TEXT') return message.body;
  if (what === 'HEADER') return message.header;
  const fields = /^HEADER\.FIELDS(\.NOT)?\s*\((.*)\)$/s.exec(what);
  if (!fields) return null;
  const names = new Set((fields[2] ?? '').split(/\s+/).map((name) => name.replaceAll('"', '').toLowerCase()));
  return pickFields(message.header, names, Boolean(fields[1]));
}

function pickFields(header: Buffer, names: Set<string>, except: boolean): Buffer {
  const fields = header.toString('latin1').match(/^[^\s:][^:\r\n]*:[^\n]*\n?(?:[ \t][^\n]*\n?)*/gm) ?? [];
  const kept = fields.filter((field) => names.has(field.slice(0, field.indexOf(':')).trim().toLowerCase()) !== except);
  return Buffer.from(`${kept.join('')}\r\n`, 'latin1');
}
