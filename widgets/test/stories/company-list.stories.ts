import { match, people } from '../sample-companies.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'company-list' as const;
const rootOf = ({ element }: Staged): ShadowRoot => element.shadowRoot as ShadowRoot;
const ofCompany = { 'leads.list': () => ({ items: people, nextCursor: null }) };

/** Opens the first company at one of its views. */
const openAt =
  (view: string) =>
  async (staged: Staged): Promise<ShadowRoot> => {
    const root = rootOf(staged);
    findDeep(root, '.line[data-index="0"]').click();
    await until(() => findDeep(root, 'acme-company-form', 'acme-tabs'));
    await settle(root);
    if (view === 'details') return root;
    findDeep(root, 'acme-company-form', 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: view }));
    await settle(root);
    return root;
  };

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'open', play: openAt('details') }),
  widgetStory({ widget, state: 'people', sample: { answers: ofCompany }, play: openAt('people') }),
  widgetStory({ widget, state: 'group', play: openAt('group') }),
  widgetStory({ widget, state: 'duplicates', play: openAt('duplicates') }),
  widgetStory({ widget, state: 'activity', play: openAt('activity') }),
  widgetStory({
    widget,
    state: 'merging',
    play: async (staged) => {
      const root = await openAt('duplicates')(staged);
      const duplicates = findDeep(root, 'acme-company-duplicates');
      const [button] = [...(duplicates.shadowRoot?.querySelectorAll<HTMLElement>('.line acme-button') ?? [])].slice(-1);
      button?.click();
      await until(() => findDeep(root, 'acme-company-merge', 'table'));
    },
  }),
  widgetStory({
    widget,
    state: 'adding',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
  widgetStory({
    widget,
    state: 'matching',
    sample: { answers: { 'companyMatches.list': () => ({ items: [match(0.4)] }) } },
  }),
  widgetStory({
    widget,
    state: 'filtered-to-nothing',
    sample: { answers: { 'companies.list': () => ({ items: [], nextCursor: null }) } },
    play: ({ element }) => {
      const list = element as HTMLElement & { viewQuery: { value: string } };
      list.viewQuery.value = 'filter=%7B%22industry%22%3A%22IT%22%7D';
    },
  }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'company.read'] },
    play: openAt('details'),
  }),
];
