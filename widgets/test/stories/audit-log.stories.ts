import { ALL } from '../sample-records.ts';
import { entries } from '../sample-audit-log.ts';
import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'audit-log' as const;
const sample = { permissions: [...ALL, 'audit_log.read', 'organization.read'] };
const rootOf = ({ element }: Staged) => element.shadowRoot as ShadowRoot;

const open =
  (at: number) =>
  async (staged: Staged): Promise<void> => {
    findDeep(rootOf(staged), 'acme-table').dispatchEvent(new CustomEvent('open-row', { detail: entries[at] }));
    await settle(rootOf(staged));
  };

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'changed-entry', sample, play: open(0) }),
  widgetStory({ widget, state: 'refused-entry', sample, play: open(2) }),
  widgetStory({
    widget,
    state: 'no-match',
    sample,
    play: async (staged) => {
      const area = findDeep<HTMLElement & { value: string }>(rootOf(staged), 'acme-log-filters', 'acme-select');
      area.value = 'hostedPages';
      area.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(rootOf(staged));
    },
  }),
];
