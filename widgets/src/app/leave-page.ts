import { closeModals } from './close-modals.ts';
import { leadsElsewhere, type OpenPage } from './page-stack.ts';

/**
 * Closes what stands over a page that is left for another one: what is modal over a page behind would shut out everything. False when
 * something in it is not saved: then it asks itself.
 */
export function leavePage(left: OpenPage | undefined, path: string, root: ParentNode): boolean {
  if (!left || !leadsElsewhere(path, left)) return true;
  const closed = closeModals(root);
  // What the address opened opens anew when it is come back to.
  if (closed) left.link = '';
  return closed !== null;
}
