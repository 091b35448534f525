import { html } from '../../src/base/html.ts';
import type { Session } from '../../src/core/session.ts';
import { RecordActivities } from '../../src/crm/logged-activity/record-activities.ts';
import { findDeep } from './find-deep.ts';
import { panelStory } from './show-panel.ts';
import type { Story } from './story.ts';

const subject = { noun: 'lead', id: 'lea_000000' } as const;
const content = (session: Session) =>
  html`<x-record-activities .session=${session} .subject=${subject}></x-record-activities>`;
const base = { of: 'record-activities', panel: RecordActivities, content };

export const stories: readonly Story[] = [
  panelStory({ ...base, state: 'filled' }),
  panelStory({ ...base, state: 'empty', sample: { empty: true } }),
  panelStory({
    ...base,
    state: 'logging',
    play: (root) => findDeep(root, 'acme-record-activities', 'acme-button').click(),
  }),
];
