import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import type { RecordNoun } from '@tabard/contract/crm/record-subject';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';

/** A part of a record's page that another noun fills: its notes, its tasks, its deals. */
export interface RecordPanel {
  /** Stands in the page's address as `?panel=`. */
  name: string;
  /** What the tab is called. */
  label: () => string;
  /** Whoever lacks it sees no tab. */
  needs: Permission;
  /** The nouns whose pages have it. */
  of: readonly RecordNoun[];
  /** Its element, fetched when the tab is opened first. It takes `.session` and `.subject`, and tells `open-place` with an address. */
  load: () => Promise<PrefixedElementClass>;
}

/** What is noted, to be done and kept about a record: on the page of each that people keep notes on. */
export const notePanels: readonly RecordPanel[] = [
  {
    name: 'notes',
    label: () => msg('Notes'),
    needs: 'note.read',
    of: ['lead', 'company', 'deal'],
    load: async () => (await import('../note/record-notes.ts')).RecordNotes,
  },
  {
    name: 'activities',
    label: () => msg('Calls and meetings'),
    needs: 'activity.read',
    of: ['lead', 'company', 'deal'],
    load: async () => (await import('../logged-activity/record-activities.ts')).RecordActivities,
  },
  {
    name: 'tasks',
    label: () => msg('Tasks'),
    needs: 'task.read',
    of: ['lead', 'company', 'deal'],
    load: async () => (await import('../task/record-tasks.ts')).RecordTasks,
  },
  {
    name: 'files',
    label: () => msg('Files'),
    needs: 'file.read',
    of: ['lead', 'company', 'deal'],
    load: async () => (await import('../file/record-files.ts')).RecordFiles,
  },
];
