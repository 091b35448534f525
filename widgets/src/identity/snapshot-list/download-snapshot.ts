import type { Snapshot } from '@tabard/contract/identity/snapshot';
import type { Session } from '../../core/session.ts';

/** Hands the document of a snapshot to the browser as a file. */
export async function downloadSnapshot(session: Session, { id, name, version }: Snapshot): Promise<void> {
  const kept = await session.client.snapshots.document({ id });
  const href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }));
  const file = `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${version}.json`;
  Object.assign(document.createElement('a'), { href, download: file }).click();
  URL.revokeObjectURL(href);
}
