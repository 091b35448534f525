import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';

/** The longest that a link to a file leads there. */
export const mostLinkDays = 365;

const link = {
  id: idOutput('fileLink'),
  fileId: idOutput('file'),
  /** Moment after which it leads nowhere, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
  /** Moment it was taken back; `null` while it was not. */
  revokedAt: z.iso.datetime().nullable(),
  /** How often the file was taken through it. */
  opened: z.int(),
  /** Moment that it was last; `null` while it never was. */
  lastOpenedAt: z.iso.datetime().nullable(),
  /** Who made it, by the name that is known now; `null` for who is gone. */
  authorName: z.string().nullable(),
  /** Moment it was made, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
};
/** A link by which somebody outside gets a file. */
export const fileLinkOutput = z.object(link);
export const fileLinkMadeOutput = z.object({
  ...link,
  /** The address, at the workspace's own name. It is said this once. */
  url: z.string(),
});
export const fileLinkListInput = z.strictObject({ fileId: idInput('file') });
export const fileLinkListOutput = z.object({ items: z.array(fileLinkOutput) });
export const fileLinkCreateInput = z.strictObject({
  fileId: idInput('file'),
  /** Days until it leads nowhere. */
  days: z.int().min(1).max(mostLinkDays).default(7),
});
export const fileLinkIdInput = z.strictObject({ id: idInput('fileLink') });

/** A link to a file as callers see it. */
export type FileLink = z.infer<typeof fileLinkOutput>;
