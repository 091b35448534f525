import { ALL } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'brand-editor' as const;
const sample = { permissions: [...ALL, 'settings.read', 'settings.manage'] };
const rootOf = (element: Element) => element.shadowRoot as ShadowRoot;

/** Writes into a field as a person does. */
const write = async (element: Element, name: string, value: string): Promise<void> => {
  const field = findDeep<HTMLInputElement>(rootOf(element), `[name=${name}]`);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle(rootOf(element));
};
/** Presses one of the buttons over the preview. */
const press = async (element: Element, at: number): Promise<void> => {
  rootOf(element).querySelectorAll<HTMLElement>('.tools .segment')[at]?.click();
  await settle(rootOf(element));
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'written', sample, play: ({ element }) => write(element, 'color', '#f5c518') }),
  widgetStory({ widget, state: 'dark', sample, play: ({ element }) => press(element, 1) }),
  widgetStory({ widget, state: 'phone', sample, play: ({ element }) => press(element, 3) }),
  widgetStory({
    widget,
    state: 'organization',
    sample,
    play: async ({ element }) => {
      const place = findDeep<HTMLInputElement>(rootOf(element), '.place');
      place.value = 'org_1';
      place.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(rootOf(element));
    },
  }),
  widgetStory({ widget, state: 'reading-only', sample: { permissions: [...ALL, 'settings.read'] } }),
];
