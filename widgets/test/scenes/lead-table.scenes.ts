import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

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

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({ widget, state: 'million', sample: { leads: 1_000_000 } }),
  widgetScene({ widget, state: 'selected', act: ({ element }) => [0, 2].forEach((at) => select(element, at)) }),
  widgetScene({
    widget,
    state: 'all-selected',
    sample: { leads: 48_210 },
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, 'acme-table', '.head .tick input').click(),
  }),
  widgetScene({
    widget,
    state: 'filtered',
    act: ({ element }) => Object.assign(element, { filter: { company: 'Puerto Sur', country: 'Spain' } }),
  }),
  widgetScene({
    widget,
    state: 'filtered-to-nothing',
    act: ({ element }) => Object.assign(element, { filter: { company: 'nobody.example' } }),
  }),
  widgetScene({
    widget,
    state: 'archived',
    act: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      select(element, 0);
      await settle(root);
      findDeep(root, '.selection [icon=archive]').click();
    },
  }),
  widgetScene({
    widget,
    state: 'open',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="2"]').click(),
  }),
  widgetScene({
    widget,
    state: 'adding',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
  widgetScene({
    widget,
    state: 'import-file',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=upload]').click(),
  }),
  widgetScene({ widget, state: 'import-columns', act: chooseFile }),
  widgetScene({
    widget,
    state: 'import-report',
    act: async (staged) => {
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
