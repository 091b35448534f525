import { leadExport } from '../sample-exports.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import { widgetStory } from './show-widget.ts';
import type { Story } from './story.ts';

const widget = 'lead-table' as const;

async function openExport({ element }: Staged): Promise<ShadowRoot> {
  const root = element.shadowRoot as ShadowRoot;
  findDeep(root, '.bar [icon=download]').click();
  await until(() => findDeep(root, 'acme-lead-export-dialog', '.chosen li'));
  await settle(root);
  return root;
}

async function startExport(staged: Staged): Promise<void> {
  const root = await openExport(staged);
  findDeep(root, 'acme-lead-export-dialog', '[slot=footer][variant=primary]').click();
  await settle(root);
}

/** Leads on their way into a file, in the states of its dialog. */
const started = (state: string, more: Parameters<typeof leadExport>[0]): Story =>
  widgetStory({
    widget,
    state,
    sample: {
      leads: 48_210,
      answers: { 'leadExports.start': () => leadExport(more), 'leadExports.get': () => leadExport(more) },
    },
    play: startExport,
  });

export const exportStories: readonly Story[] = [
  widgetStory({ widget, state: 'export', sample: { leads: 48_210 }, play: openExport }),
  started('export-running', { state: 'running', done: 20_000, size: null, expiresAt: null }),
  started('export-done', {}),
  started('export-failed', { state: 'failed', failure: 'quota_exceeded', size: null, expiresAt: null }),
];
