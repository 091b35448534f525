import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'pipeline-list' as const;
const rootOf = ({ element }: Staged): ShadowRoot => element.shadowRoot as ShadowRoot;

const open = async (staged: Staged): Promise<ShadowRoot> => {
  const root = rootOf(staged);
  findDeep(root, '.line[data-index="0"]').click();
  await until(() => findDeep(root, 'acme-pipeline-form', 'acme-stage-rows'));
  await settle(root);
  return findDeep(root, 'acme-pipeline-form', 'acme-stage-rows').shadowRoot as ShadowRoot;
};

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({ widget, state: 'open', play: open }),
  widgetStory({
    widget,
    state: 'stage-going',
    play: async (staged) => {
      const rows = await open(staged);
      findDeep(rows, '[data-key="pst_1"] [icon=trash]').click();
      findDeep(rows, '[data-key="pst_2"] [icon=more]').click();
      await settle(rows);
    },
  }),
  widgetStory({
    widget,
    state: 'reasons',
    play: async (staged) => {
      findDeep(rootOf(staged), '.views acme-button').click();
      await until(() => findDeep(rootOf(staged), 'acme-deal-reasons', 'li'));
    },
  }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'pipeline.read'] },
    play: open,
  }),
];
