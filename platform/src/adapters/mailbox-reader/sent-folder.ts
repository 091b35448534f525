import { talk, type BoundedImap } from './bounded-imap.ts';

/** Path of the folder in which sent mail is kept; `null` when the server has none. */
export async function sentFolder(imap: BoundedImap): Promise<string | null> {
  const folders = await imap.exchange('LIST', talk, () => imap.client.list());
  return folders.find((folder) => folder.specialUse === '\\Sent')?.path ?? null;
}

/** Whether a folder holds a message with this Message-ID. */
export async function holdsMessage(imap: BoundedImap, path: string, messageId: string): Promise<boolean> {
  await imap.exchange('EXAMINE', talk, () => imap.client.mailboxOpen(path, { readOnly: true }));
  const found = await imap.exchange('SEARCH', talk, () =>
    imap.client.search({ header: { 'message-id': `<${bare(messageId)}>` } }, { uid: true }),
  );
  if (!found) throw new Error('The server did not answer the search.');
  return found.length > 0;
}

/** The Message-ID header of a raw mail, without its angle brackets. */
export function messageIdOf(raw: Uint8Array): string | null {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('latin1');
  const header = text.slice(0, text.search(/\r?\n\r?\n/) >>> 0);
  return /^message-id:\s*<([^>]+)>/im.exec(header)?.[1] ?? null;
}

/** A Message-ID without its angle brackets. */
export function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
