import { defineElement } from '../../base/define-element.ts';
import type { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { LeadDuplicates } from '../lead-page/lead-duplicates.ts';

/** Shows leads of the whole workspace that may be the same, beside the list. */
export function openDuplicates(host: PrefixedElement, session: Session): void {
  defineElement(host.tagPrefix, LeadDuplicates);
  const dialog = document.createElement(`${host.tagPrefix}-lead-duplicates`) as LeadDuplicates; // it was defined just now
  Object.assign(dialog, { session, dialog: true });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('open-place', () => dialog.remove());
  host.renderRoot.querySelector('.root')?.append(dialog);
}
