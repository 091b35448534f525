import type { WorkspaceFile } from '@tabard/contract/crm/file';
import type { Session } from '../../core/session.ts';

/** A file may be large, and the line slow. */
const timeout = 900_000;

/** Gets the bytes of a file, or of another version of it. */
export async function fetchFile(session: Session, { id }: WorkspaceFile, version?: number): Promise<Blob> {
  const path = `/files/${id}/content${version === undefined ? '' : `?version=${version}`}`;
  return (await session.client.fetch(path, { timeout })).blob();
}

/** Saves a file, or another version of it, where the browser keeps what is saved. */
export async function downloadFile(session: Session, file: WorkspaceFile, version?: number): Promise<void> {
  const bytes = await fetchFile(session, file, version);
  // Whatever it is, the browser is not to open it.
  const href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href, download: file.name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
