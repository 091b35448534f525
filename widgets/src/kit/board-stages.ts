import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { BoardColumn } from './board.ts';

interface Stages {
  label: string;
  columns: readonly BoardColumn[];
  format: (count: number) => string;
}

/** A tab for each column of a board, where there is room for one at a time. */
export function boardStages(
  { label, columns, format }: Stages,
  shown: string,
  choose: (id: string) => void,
): TemplateResult {
  const tabs = columns.map(({ id, label: name, count }) => ({
    id,
    label: name,
    ...(typeof count === 'number' && { count: format(count) }),
  }));
  return html`<x-tabs
    class="stages"
    label=${label}
    .tabs=${tabs}
    selected=${shown || (columns[0]?.id ?? '')}
    @choose=${(event: CustomEvent<string>) => choose(event.detail)}
  ></x-tabs>`;
}

/** Brings a column into view. */
export const showColumn = (row: HTMLElement, id: string): void =>
  row.querySelector(`[data-column="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'start' });

/** The column in the middle of what is seen of a row of them. */
export function columnInView(row: HTMLElement): string {
  const { left, width } = row.getBoundingClientRect();
  const middle = left + width / 2;
  const shown = [...row.querySelectorAll<HTMLElement>('.column')].find((column) => {
    const box = column.getBoundingClientRect();
    return box.left <= middle && box.right >= middle;
  });
  return shown?.dataset['column'] ?? '';
}
