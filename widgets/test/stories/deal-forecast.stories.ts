import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'deal-forecast' as const;
const at = (view: string): Story =>
  widgetStory({
    widget,
    state: view,
    play: ({ element }) =>
      findDeep(element.shadowRoot as ShadowRoot, '.bar acme-tabs').dispatchEvent(
        new CustomEvent('choose', { detail: view }),
      ),
  });

export const stories: readonly Story[] = [...usualStories(widget), at('outcomes'), at('stages')];
