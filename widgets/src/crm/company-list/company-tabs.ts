import { msg } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { Session } from '../../core/session.ts';
import type { Tab } from '../../kit/tabs.ts';
import { recordPanels } from '../record/record-panels.ts';

/** The views of a company that other nouns fill. */
export const companyPanels = recordPanels.filter(({ of }) => of.includes('company'));

/** The views of a company: its own, then those that other nouns fill. `twins` are groups of companies that may be the same. */
export function companyTabs({ leadCount, archivedAt }: Company, session: Session, twins: number): Tab[] {
  return [
    { id: 'details', label: msg('Details') },
    { id: 'people', label: msg('People'), count: session.format.number(leadCount) },
    { id: 'group', label: msg('Group') },
    ...(archivedAt
      ? []
      : [{ id: 'duplicates', label: msg('Duplicates'), ...(twins > 0 && { count: session.format.number(twins) }) }]),
    { id: 'activity', label: msg('Activity') },
    ...companyPanels.filter(({ needs }) => session.can(needs)).map(({ name, label }) => ({ id: name, label: label() })),
  ];
}
