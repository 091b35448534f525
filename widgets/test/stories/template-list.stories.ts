import { templates } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'template-list' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'editing',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click(),
  }),
  widgetStory({
    widget,
    state: 'unknown-field',
    sample: {
      answers: {
        'templates.list': () => ({
          items: [
            { ...templates[0]!, fields: ['fleet'], subject: 'For {{ company }} and {{ fleet }}' },
            { ...templates[1]!, fields: ['frist'], body: '<p>Hi {{ first_name }}, {{ frist }}</p>' },
          ],
          nextCursor: null,
        }),
      },
    },
  }),
];
