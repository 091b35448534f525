import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { ListWords } from './record-area.ts';

interface Why {
  /** Where a search or a view leaves none: shows them all again. */
  clear: (() => void) | null;
  archived: boolean;
  /** What makes the first one. */
  add: unknown;
}

/** What a list of records says instead of rows. */
export function recordEmpty(words: ListWords, { clear, archived, add }: Why): TemplateResult {
  if (clear)
    return html`<x-empty drawing="search" heading=${words.noMatch} text=${msg('Try other words, or fewer filters.')}
      ><x-button @click=${clear}>${msg('Clear filters')}</x-button></x-empty
    >`;
  if (archived) return html`<x-empty drawing="mail" heading=${msg('Nothing is archived')}></x-empty>`;
  return html`<x-empty drawing="mail" heading=${words.none} text=${words.purpose}>${add}</x-empty>`;
}
