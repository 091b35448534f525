import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'cost-list' as const;
const rootOf = ({ element }: Staged): ShadowRoot => element.shadowRoot as ShadowRoot;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'read-only', sample: { permissions: ['cost.read'] } }),
  widgetStory({
    widget,
    state: 'open',
    async play(staged) {
      findDeep(rootOf(staged), '.line[data-index="2"]').click();
      await until(() => findDeep(rootOf(staged), 'acme-cost-form', 'acme-chip'));
      await settle(rootOf(staged));
    },
  }),
];
