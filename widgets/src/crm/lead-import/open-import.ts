import type { BulkStart } from '@tabard/contract/crm/bulk-operation';
import { defineElement } from '../../base/define-element.ts';
import type { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { LeadImportWizard } from './lead-import-wizard.ts';

/** What can be done with the leads that came in. */
interface Outcome {
  show: (importId: string) => void;
  bulk: (event: CustomEvent<BulkStart>) => void;
}

/** Brings leads in from a file or a pasted text, beside the list that goes on with them. */
export function openImport(host: PrefixedElement, session: Session, { show, bulk }: Outcome): void {
  defineElement(host.tagPrefix, LeadImportWizard);
  const wizard = document.createElement(`${host.tagPrefix}-lead-import-wizard`) as LeadImportWizard; // it was defined just now
  Object.assign(wizard, { session, leads: true });
  wizard.addEventListener('close', () => wizard.remove());
  wizard.addEventListener('show-import', (event) => {
    wizard.remove();
    show((event as CustomEvent<string>).detail);
  });
  wizard.addEventListener('bulk', (event) => {
    wizard.remove();
    bulk(event as CustomEvent<BulkStart>);
  });
  (host.renderRoot.querySelector('.root') ?? host.renderRoot).append(wizard);
}
