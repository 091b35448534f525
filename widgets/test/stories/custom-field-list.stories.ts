import { customFields } from '../sample-custom-fields.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'custom-field-list' as const;
const fields = customFields.map((field, position) => ({
  ...field,
  position,
  required: position === 2,
  description: position === 0 ? 'Where they drive most' : '',
}));
const answers = {
  'customFields.list': () => ({ items: fields, nextCursor: null }),
  'customFields.get': () => fields[5],
  'customFields.uses': () => ({
    leads: 1204,
    segments: ['Large fleets'],
    campaigns: [],
    templates: ['Intro', 'Winter'],
  }),
};
const permissions = ['workspace.read', 'custom_field.read', 'custom_field.manage'];
const sample = { answers, permissions };

const openAt = async ({ element }: Staged, at: number): Promise<ShadowRoot> => {
  const root = element.shadowRoot as ShadowRoot;
  findDeep(root, `.line[data-index="${at}"]`).click();
  await until(() => findDeep(root, 'acme-custom-field-form', '.preview > *'));
  await settle(root);
  return root;
};

export const stories: readonly Story[] = [
  ...usualStories(widget, {}, sample),
  widgetStory({ widget, state: 'open', sample, play: (staged) => openAt(staged, 5) }),
  widgetStory({
    widget,
    state: 'used',
    sample,
    play: async (staged) => {
      const root = await openAt(staged, 5);
      findDeep(root, 'acme-custom-field-form', 'dl').scrollIntoView({ block: 'end' });
    },
  }),
  widgetStory({
    widget,
    state: 'adding',
    sample,
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, '.bar [icon=plus]').click();
      await until(() => findDeep(root, 'acme-custom-field-form', '.preview > *'));
    },
  }),
  widgetStory({
    widget,
    state: 'arranging',
    sample,
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, '.bar [icon=bullets]').click();
      await until(() => findDeep(root, 'acme-sort-list', 'li'));
    },
  }),
];
