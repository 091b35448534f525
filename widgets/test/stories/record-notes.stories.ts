import { html } from '../../src/base/html.ts';
import type { Session } from '../../src/core/session.ts';
import { RecordNotes } from '../../src/crm/note/record-notes.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { panelStory } from './show-panel.ts';
import type { Story } from './story.ts';

const subject = { noun: 'lead', id: 'lea_000000' } as const;
const content = (session: Session) => html`<x-record-notes .session=${session} .subject=${subject}></x-record-notes>`;
const base = { of: 'record-notes', panel: RecordNotes, content };
const DOWN = Object.assign(new Error('down'), { status: 503, code: 'internal.unavailable', requestId: 'req_01K4' });

/** Types into the field for a new note. */
function type(root: ShadowRoot, text: string): void {
  const area = findDeep<HTMLTextAreaElement>(root, 'acme-record-notes', 'acme-mention-area', 'textarea');
  area.focus();
  area.value = text;
  area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export const stories: readonly Story[] = [
  panelStory({ ...base, state: 'filled' }),
  panelStory({ ...base, state: 'empty', sample: { empty: true } }),
  panelStory({ ...base, state: 'error', sample: { answers: { 'notes.list': () => Promise.reject(DOWN) } } }),
  panelStory({ ...base, state: 'read-only', sample: { permissions: ['workspace.read', 'note.read'] } }),
  panelStory({
    ...base,
    state: 'naming',
    play: async (root) => {
      type(root, 'Please ask @');
      await until(() => findDeep(root, 'acme-record-notes', 'acme-mention-area', '.option'));
    },
  }),
];
