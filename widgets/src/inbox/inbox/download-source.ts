import type { Session } from '../../core/session.ts';

/** Saves a received mail as a file that mail programs open. */
export async function downloadSource(session: Session, id: string): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset: number | null = 0; offset !== null;) {
    const part: { content: string; next: number | null } = await session.client.conversations.source({ id, offset });
    parts.push(Uint8Array.from(atob(part.content), (letter) => letter.charCodeAt(0)));
    offset = part.next;
  }
  const href = URL.createObjectURL(new Blob(parts, { type: 'message/rfc822' }));
  const link = Object.assign(document.createElement('a'), { href, download: `${id}.eml` });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
