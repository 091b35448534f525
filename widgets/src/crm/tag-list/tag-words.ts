import { msg, str } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import type { Format } from '../../core/format.ts';

/** What is under way with a tag, and how far it is; empty for nothing. */
export function changeWords({ change }: Tag, format: Format): string {
  if (!change) return '';
  const [done, total] = [format.number(change.done), format.number(change.total)];
  return {
    rename: msg(str`Renaming: ${done} of ${total}`),
    merge: msg(str`Merging: ${done} of ${total}`),
    remove: msg(str`Removing: ${done} of ${total}`),
  }[change.kind];
}
