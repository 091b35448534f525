import { leadPageAnswers } from '../sample-lead-page.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'lead-page' as const;
const attributes = { 'lead-id': 'lea_000000' };
const answers = leadPageAnswers();
const rootOf = ({ element }: Staged): ShadowRoot => element.shadowRoot as ShadowRoot;

const openTab =
  (name: string) =>
  async (staged: Staged): Promise<void> => {
    const root = rootOf(staged);
    await until(() => findDeep(root, 'acme-record-tabs', 'acme-tabs'));
    findDeep(root, 'acme-record-tabs', 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: name }));
    await settle(root);
    await until(() => findDeep(root, 'acme-record-tabs', `acme-lead-${name}`));
  };

const openConversions = async (staged: Staged): Promise<ShadowRoot> => {
  const root = rootOf(staged);
  await until(() => findDeep(root, 'acme-record-tabs', 'acme-tabs'));
  findDeep(root, 'acme-record-tabs', 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'conversions' }));
  await until(() => findDeep(root, 'acme-record-tabs', 'acme-record-conversions', 'li'));
  return findDeep(root, 'acme-record-tabs', 'acme-record-conversions').shadowRoot as ShadowRoot;
};

const edit =
  (field: string) =>
  async (staged: Staged): Promise<void> => {
    const root = rootOf(staged);
    await until(() => findDeep(root, 'acme-lead-facts', `[data-edit="${field}"]`));
    findDeep(root, 'acme-lead-facts', `[data-edit="${field}"]`).click();
    await until(() => findDeep(root, 'acme-lead-facts', 'form'));
  };

export const stories: readonly Story[] = [
  ...usualStories(widget, attributes, { answers }).filter(({ state }) => state !== 'empty'),
  widgetStory({
    widget,
    attributes,
    state: 'empty',
    sample: { answers: { ...leadPageAnswers(true), 'timeline.list': () => ({ items: [], nextCursor: null }) } },
  }),
  widgetStory({ widget, attributes, state: 'campaigns', sample: { answers }, play: openTab('campaigns') }),
  widgetStory({ widget, attributes, state: 'conversations', sample: { answers }, play: openTab('conversations') }),
  widgetStory({ widget, attributes, state: 'duplicates', sample: { answers }, play: openTab('duplicates') }),
  widgetStory({ widget, attributes, state: 'conversions', sample: { answers }, play: openConversions }),
  widgetStory({
    widget,
    attributes,
    state: 'converting',
    sample: { answers },
    async play(staged) {
      const panel = await openConversions(staged);
      findDeep(panel, '.acts acme-button').click();
      await until(() => findDeep(panel, 'acme-conversion-form', 'acme-number-field'));
    },
  }),
  widgetStory({
    widget,
    attributes,
    state: 'merging',
    sample: { answers },
    async play(staged) {
      await openTab('duplicates')(staged);
      const panel = findDeep(rootOf(staged), 'acme-record-tabs', 'acme-lead-duplicates');
      await until(() => findDeep(panel.shadowRoot as ShadowRoot, '.line'));
      const [button] = [...(panel.shadowRoot?.querySelectorAll<HTMLElement>('.line acme-button') ?? [])].slice(1, 2);
      button?.click();
      await until(() => findDeep(panel.shadowRoot as ShadowRoot, 'acme-lead-merge', 'table'));
    },
  }),
  widgetStory({ widget, attributes, state: 'editing', sample: { answers }, play: edit('lifecycle') }),
  widgetStory({ widget, attributes, state: 'editing-addresses', sample: { answers }, play: edit('emails') }),
  widgetStory({
    widget,
    attributes,
    state: 'archived',
    sample: {
      answers: {
        ...answers,
        'leads.get': ({ id }: { id: string }) => ({
          ...(leadPageAnswers()['leads.get']?.({ id } as never) as object),
          archivedAt: new Date().toISOString(),
        }),
      },
    },
  }),
  widgetStory({
    widget,
    attributes,
    state: 'gone',
    sample: {
      answers: {
        ...answers,
        'leads.get': () => {
          throw Object.assign(new Error('gone'), { status: 404, code: 'lead.not_found' });
        },
      },
    },
  }),
];
