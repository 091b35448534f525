import { msg } from '@lit/localize';
import type { Session } from '../../core/session.ts';
import type { Tab } from '../../kit/tabs.ts';
import { notePanels } from '../record/note-panels.ts';

/** The views of a deal: its own, then those that other nouns fill. */
export function dealTabs(session: Session, lines: number): Tab[] {
  return [
    { id: 'details', label: msg('Details') },
    { id: 'products', label: msg('Products'), count: session.format.number(lines) },
    { id: 'moves', label: msg('Stages') },
    { id: 'activity', label: msg('Activity') },
    ...notePanels.filter(({ needs }) => session.can(needs)).map(({ name, label }) => ({ id: name, label: label() })),
  ];
}
