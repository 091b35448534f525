import { html } from '../../src/base/html.ts';
import type { Session } from '../../src/core/session.ts';
import { RecordTasks } from '../../src/crm/task/record-tasks.ts';
import { findDeep } from './find-deep.ts';
import { panelStory } from './show-panel.ts';
import type { Story } from './story.ts';

const subject = { noun: 'lead', id: 'lea_000000' } as const;
const content = (session: Session) => html`<x-record-tasks .session=${session} .subject=${subject}></x-record-tasks>`;
const base = { of: 'record-tasks', panel: RecordTasks, content };

export const stories: readonly Story[] = [
  panelStory({ ...base, state: 'filled' }),
  panelStory({ ...base, state: 'empty', sample: { empty: true } }),
  panelStory({
    ...base,
    state: 'adding',
    play: (root) => findDeep(root, 'acme-record-tasks', 'acme-button').click(),
  }),
];
