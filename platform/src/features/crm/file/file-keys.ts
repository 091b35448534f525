import type { App } from '#kernel';

/** Where the bytes of a version are. */
export const versionKey = (workspaceId: string, versionId: string) => `${workspaceId}/files/${versionId}`;
/** Where its small picture is. */
export const thumbnailKey = (workspaceId: string, versionId: string) => `${versionKey(workspaceId, versionId)}.webp`;
/** Where the parts of an upload are. */
export const partsFolder = (workspaceId: string, uploadId: string) => `${workspaceId}/file-parts/${uploadId}/`;

/** Erases the bytes of a version; it may be done again. */
export async function eraseVersion({ ports }: Pick<App, 'ports'>, workspaceId: string, versionId: string) {
  await ports.blobs.remove(thumbnailKey(workspaceId, versionId));
  await ports.blobs.remove(versionKey(workspaceId, versionId));
}

/** Erases the parts of an upload, also those that its row does not know of; it may be done again. */
export async function eraseParts({ ports }: Pick<App, 'ports'>, workspaceId: string, uploadId: string) {
  const folder = partsFolder(workspaceId, uploadId);
  for await (const key of ports.blobs.list(folder)) await ports.blobs.remove(key);
}
