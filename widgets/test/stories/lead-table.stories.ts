import { withCustomFields } from '../sample-custom-fields.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { exportStories } from './lead-export.ts';
import { everyDeep, findDeep } from './find-deep.ts';
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

/** Only what is around them moves: they are at the end. */
const showCustom = (root: ShadowRoot): void =>
  findDeep(root, '.custom').lastElementChild?.scrollIntoView({ block: 'nearest' });

/** The workspace's own fields of the first lead, at the end of its form. */
async function openCustom({ element }: Staged): Promise<ShadowRoot> {
  const root = element.shadowRoot as ShadowRoot;
  findDeep(root, '.line[data-index="0"]').click();
  await until(() => findDeep(root, '.custom'));
  await settle(root);
  showCustom(root);
  return root;
}

/** Something of each kind: texts, a field of the workspace's own, a group, and what belongs to a lead. */
const conditions = {
  all: [
    { field: 'company', op: 'contains', value: 'AG' },
    {
      any: [
        { field: 'country', op: 'is_one_of', value: ['DE', 'ES', 'FR', 'IT', 'PL'] },
        { field: 'custom.fleet', op: 'is', value: 'large' },
      ],
    },
    {
      relation: 'mailEvents',
      quantifier: 'at_least',
      count: 2,
      where: {
        all: [
          { field: 'type', op: 'is', value: 'opened' },
          { field: 'at', op: 'in_last', value: { count: 30, unit: 'day' } },
        ],
      },
    },
  ],
};

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'million', sample: { leads: 1_000_000 } }),
  widgetStory({
    widget,
    state: 'deleting',
    async play({ element }) {
      [0, 2].forEach((at) => select(element, at));
      const root = element.shadowRoot as ShadowRoot;
      await settle(root);
      const bar = findDeep(root, 'acme-lead-selection-bar').shadowRoot as ShadowRoot;
      findDeep(bar, 'acme-menu').dispatchEvent(new CustomEvent('choose', { detail: 'delete' }));
      await until(() => findDeep(bar, 'acme-delete-dialog', 'ul'));
    },
  }),
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
    state: 'conditions',
    sample: { answers: withCustomFields() },
    play: ({ element }) => Object.assign(element, { where: conditions }),
  }),
  widgetStory({
    widget,
    state: 'conditions-written',
    sample: { answers: withCustomFields() },
    play: async ({ element }) => {
      Object.assign(element, { where: conditions });
      const root = element.shadowRoot as ShadowRoot;
      await until(() => findDeep(root, 'acme-lead-conditions', '.edit'));
      findDeep(root, 'acme-lead-conditions', '.edit').click();
      await until(() => findDeep(root, 'acme-filter-builder', '.part'));
    },
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
  widgetStory({ widget, state: 'custom-fields', sample: { answers: withCustomFields() }, play: openCustom }),
  widgetStory({
    widget,
    state: 'custom-fields-read-only',
    sample: { answers: withCustomFields(), permissions: ['workspace.read', 'lead.read', 'custom_field.read'] },
    play: openCustom,
  }),
  widgetStory({
    widget,
    state: 'custom-fields-refused',
    sample: {
      answers: {
        ...withCustomFields(),
        'leads.update': () => {
          throw Object.assign(new Error('Refused.'), {
            status: 422,
            code: 'request.invalid',
            details: [
              { path: 'custom.site', reason: 'wrong_form', message: 'Give an address such as https://example.com.' },
              { path: 'custom.worth', reason: 'wrong_form', message: 'Give a whole number.' },
            ],
          });
        },
      },
    },
    play: async (staged) => {
      const root = await openCustom(staged);
      findDeep(root, 'acme-lead-form', '[slot=footer][variant=primary]').click();
      await settle(root);
      showCustom(root);
    },
  }),
  ...exportStories,
  widgetStory({
    widget,
    state: 'import-file',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=upload]').click(),
  }),
  widgetStory({ widget, state: 'import-columns', play: chooseFile }),
  widgetStory({
    widget,
    state: 'import-make-field',
    play: async (staged) => {
      const root = staged.element.shadowRoot as ShadowRoot;
      await chooseFile(staged);
      await settle(root);
      const columns = [...everyDeep(root)].filter((one) => one.matches('.column x-select, .column acme-select'));
      const last = columns.at(-1)?.shadowRoot?.querySelector('select');
      if (!last) throw new Error('There is no column to choose for.');
      last.value = 'custom.flotte';
      last.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(root);
      findDeep(root, '.make acme-checkbox', 'input').click();
      await settle(root);
      findDeep(root, '.make').scrollIntoView({ block: 'center' });
    },
  }),
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
