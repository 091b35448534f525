import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'return-report' as const;

/** Chooses in a select as a person does. */
const choose =
  (label: string, value: string) =>
  async ({ element }: Staged): Promise<void> => {
    const root = element.shadowRoot as ShadowRoot;
    const select = findDeep<HTMLElement & { value: string }>(root, `acme-select[label="${label}"]`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle(root);
  };

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'by-source', play: choose('Divided by', 'source') }),
  widgetStory({ widget, state: 'other-currency', play: choose('Currency', 'USD') }),
];
