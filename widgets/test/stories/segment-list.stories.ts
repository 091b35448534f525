import { until } from '../until.ts';
import { sampleSegments } from '../sample-segments.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'segment-list' as const;
const answers = {
  'segments.list': () => ({ items: sampleSegments, nextCursor: null }),
  'segments.get': () => sampleSegments[0],
};

export const stories: readonly Story[] = [
  ...usualStories(widget, {}, { answers }),
  widgetStory({
    widget,
    state: 'open',
    sample: { answers },
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, '.line[data-index="0"]').click();
      await until(() => findDeep(root, 'acme-filter-builder', '.part'));
      await until(() => findDeep(root, 'acme-segment-form', '.preview li'));
    },
  }),
  widgetStory({
    widget,
    state: 'adding',
    sample: { answers },
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, '.bar [icon=plus]').click();
      await until(() => findDeep(root, 'acme-filter-builder', '.part'));
      findDeep(root, 'acme-segment-form', '[slot=footer][variant=primary]').click();
    },
  }),
];
