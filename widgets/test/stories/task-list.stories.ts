import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'task-list' as const;
/** The page, whose code comes by itself. */
const rootOf = async ({ element }: Staged): Promise<ShadowRoot> => {
  const page = (): HTMLElement => findDeep(element.shadowRoot as ShadowRoot, 'acme-task-page');
  await until(() => page().shadowRoot?.querySelector('.above'));
  return page().shadowRoot as ShadowRoot;
};

const showView = async (staged: Staged, view: string): Promise<ShadowRoot> => {
  const root = await rootOf(staged);
  findDeep(root, 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: view }));
  await settle(root);
  return root;
};
const calendar = async (staged: Staged, mode: string): Promise<void> => {
  const root = await showView(staged, 'calendar');
  await until(() => findDeep(root, 'acme-task-calendar', 'acme-tabs'));
  findDeep(root, 'acme-task-calendar', 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: mode }));
  await settle(root);
};
const choose = (item: string) => async (staged: Staged) => {
  const root = await rootOf(staged);
  findDeep(root, 'acme-menu[icon=more]').dispatchEvent(new CustomEvent('choose', { detail: item }));
  await until(() => findDeep(root, item === 'feed' ? 'acme-calendar-feed-dialog' : 'acme-task-report', 'acme-dialog'));
};

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'list', play: (staged) => showView(staged, 'list') }),
  widgetStory({
    widget,
    state: 'selected',
    play: async (staged) => {
      const root = await showView(staged, 'list');
      findDeep(root, 'acme-table').dispatchEvent(
        new CustomEvent('select-rows', { detail: { all: false, ids: new Set(['tsk_0', 'tsk_1']) } }),
      );
      await until(() => findDeep(root, 'acme-task-selection', 'acme-button'));
    },
  }),
  widgetStory({ widget, state: 'month', play: (staged) => calendar(staged, 'month') }),
  widgetStory({ widget, state: 'week', play: (staged) => calendar(staged, 'week') }),
  widgetStory({ widget, state: 'day', play: (staged) => calendar(staged, 'day') }),
  widgetStory({ widget, state: 'open', attributes: { 'record-id': 'tsk_0' } }),
  widgetStory({ widget, state: 'adding', attributes: { 'record-id': 'new' } }),
  widgetStory({ widget, state: 'feed', play: choose('feed') }),
  widgetStory({ widget, state: 'report', play: choose('report') }),
  widgetStory({
    widget,
    state: 'filtered-to-nothing',
    play: ({ element }) => {
      const list = element as HTMLElement & { viewQuery: { value: string } };
      list.viewQuery.value = 'view=list&search=zzz';
    },
  }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'task.read'] },
    attributes: { 'record-id': 'tsk_0' },
  }),
];
