import type { Staged } from '../stage.ts';
import { everyDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'return-report' as const;

/** Chooses in the first or second select as a person does. */
const choose =
  (place: number, value: string) =>
  async ({ element }: Staged): Promise<void> => {
    const root = element.shadowRoot as ShadowRoot;
    const selects = [...everyDeep(root)].filter(({ localName }) => localName === 'acme-select');
    const select = selects[place] as HTMLElement & { value: string };
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle(root);
  };

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'by-source', play: choose(0, 'source') }),
  widgetStory({ widget, state: 'other-currency', play: choose(1, 'USD') }),
];
