import { defineElement } from '../../base/define-element.ts';
import type { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import type { ExportAsked } from './export-asked.ts';
import { LeadExportDialog } from './lead-export-dialog.ts';

/** Asks which columns of the leads in question go into a file, makes it, and hands it over. */
export function openExport(host: PrefixedElement, session: Session, asked: () => ExportAsked): void {
  defineElement(host.tagPrefix, LeadExportDialog);
  const dialog = document.createElement(`${host.tagPrefix}-lead-export-dialog`) as LeadExportDialog; // it was defined just now
  Object.assign(dialog, { session, asked: asked() });
  dialog.addEventListener('close', () => dialog.remove());
  (host.renderRoot.querySelector('.root') ?? host.renderRoot).append(dialog);
}
