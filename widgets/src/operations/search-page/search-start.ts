import { msg, str } from '@lit/localize';
import type { RecentSearch, SavedSearch, SearchMiss } from '@tabard/contract/operations/search-memory';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { searchLines } from './hit-row.ts';
import { nounsWords } from './hit-words.ts';

/** What stands on the page before anything is searched for. */
export interface StartOf {
  format: Format;
  recent: readonly RecentSearch[];
  saved: readonly SavedSearch[];
  /** What people searched for and did not find; only for who manages the workspace. */
  misses: readonly SearchMiss[];
  search: (text: string, noun?: SavedSearch['noun']) => void;
  forget: (text?: string) => void;
  remove: (saved: SavedSearch) => void;
}

const asked = (times: number, format: Format): string =>
  times === 1 ? msg('asked once') : msg(str`asked ${format.number(times)} times`);

/** Saved and recent searches, and what nobody found. */
export function searchStart({ format, recent, saved, misses, search, forget, remove }: StartOf): TemplateResult {
  if (recent.length + saved.length + misses.length === 0)
    return html`<x-empty
      drawing="search"
      heading=${msg('Search the whole workspace')}
      text=${msg('Names, addresses, companies, and what notes, tasks and mails say. A letter that is wrong does no harm.')}
    ></x-empty>`;
  return html`<div class="start">
    ${
      saved.length > 0
        ? searchLines(
            msg('Saved searches'),
            saved.map((one) => ({
              label: one.name,
              hint: [one.noun ? nounsWords()[one.noun] : '', one.shared ? msg('Shared') : '']
                .filter(Boolean)
                .join(' · '),
              choose: () => search(one.text, one.noun),
              ...(one.canChange && {
                remove: { label: msg(str`Remove “${one.name}”`), act: () => remove(one) },
              }),
            })),
          )
        : ''
    }
    ${
      recent.length > 0
        ? searchLines(
            msg('Recent'),
            recent.map(({ text, at }) => ({
              label: text,
              hint: format.relative(at),
              choose: () => search(text),
              remove: { label: msg(str`Forget “${text}”`), act: () => forget(text) },
            })),
            html`<x-button variant="quiet" size="small" @click=${() => forget()}>${msg('Forget all')}</x-button>`,
          )
        : ''
    }
    ${
      misses.length > 0
        ? searchLines(
            msg('Searched and not found'),
            misses.slice(0, 10).map(({ text, times, lastAt }) => ({
              label: text,
              hint: `${asked(times, format)} · ${format.relative(lastAt)}`,
              choose: () => search(text),
            })),
          )
        : ''
    }
  </div>`;
}
