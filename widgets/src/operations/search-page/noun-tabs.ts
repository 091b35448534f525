import { msg } from '@lit/localize';
import type { SearchCounts } from '@tabard/contract/operations/search';
import type { SearchNoun } from '@tabard/contract/operations/search-nouns';
import type { Format } from '../../core/format.ts';
import type { Tab } from '../../kit/tabs.ts';
import { nounsWords } from './hit-words.ts';

/** All hits, and those of each noun that has some or is shown; none where nothing was found. */
export function nounTabs(counts: SearchCounts['items'], shown: SearchNoun | '', format: Format): readonly Tab[] {
  const found = counts.filter(({ count, noun }) => count > 0 || noun === shown);
  if (found.length === 0) return [];
  const words = nounsWords();
  const said = (count: number, isCut: boolean): string => `${format.number(count)}${isCut ? '+' : ''}`;
  const all: Tab = {
    id: '',
    label: msg('All'),
    count: said(
      counts.reduce((sum, { count }) => sum + count, 0),
      counts.some(({ isCut }) => isCut),
    ),
  };
  return [all, ...found.map(({ noun, count, isCut }) => ({ id: noun, label: words[noun], count: said(count, isCut) }))];
}
