import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'lead-table' as const;

/** By the keyboard, which works alike on rows and on cards. */
function select({ shadowRoot }: HTMLElement, at: number): void {
  const row = findDeep(shadowRoot as ShadowRoot, `.line[data-index="${at}"]`);
  row.focus();
  row.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, composed: true, cancelable: true }));
}

async function chooseFile({ element }: Staged): Promise<void> {
  findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=upload]').click();
  await settle(element.shadowRoot as ShadowRoot);
  const field = findDeep<HTMLInputElement>(element.shadowRoot as ShadowRoot, 'input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File(['a;b'], 'brokers.csv'));
  field.files = files.files;
  field.dispatchEvent(new Event('change'));
}

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'million', sample: { leads: 1_000_000 } }),
  widgetStory({ widget, state: 'selected', play: ({ element }) => [0, 2].forEach((at) => select(element, at)) }),
  widgetStory({
    widget,
    state: 'all-selected',
    sample: { leads: 48_210 },
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, 'acme-table', '.head .tick input').click(),
  }),
  widgetStory({
    widget,
    state: 'filtered',
    play: ({ element }) => Object.assign(element, { filter: { company: 'Puerto Sur', country: 'Spain' } }),
  }),
  widgetStory({
    widget,
    state: 'filtered-to-nothing',
    play: ({ element }) => Object.assign(element, { filter: { company: 'nobody.example' } }),
  }),
  widgetStory({
    widget,
    state: 'archived',
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      select(element, 0);
      await settle(root);
      findDeep(root, '.selection [icon=archive]').click();
    },
  }),
  widgetStory({
    widget,
    state: 'open',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="2"]').click(),
  }),
  widgetStory({
    widget,
    state: 'adding',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
  widgetStory({
    widget,
    state: 'import-file',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=upload]').click(),
  }),
  widgetStory({ widget, state: 'import-columns', play: chooseFile }),
  widgetStory({
    widget,
    state: 'import-report',
    play: async (staged) => {
      const root = staged.element.shadowRoot as ShadowRoot;
      await chooseFile(staged);
      await settle(root);
      findDeep(root, 'acme-lead-import-wizard', '[slot=footer][variant=primary]').click();
      await settle(root);
      staged.sample.emit({
        id: 'e0',
        type: 'lead_import.progressed',
        at: '',
        data: { leadImportId: 'imp_0', state: 'running', progress: 0.5, read: 1 },
      });
      await until(() => findDeep<HTMLElement & { value: number }>(root, 'acme-progress').value === 0.5);
    },
  }),
];
