import { msg } from '@lit/localize';
import type { Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Format } from '../core/format.ts';
import { metricWords } from './metric-labels.ts';

interface DailyBars {
  days: readonly { day: string; counts: Record<Metric, number> }[];
  format: Format;
  /** In px; of each chart. */
  height?: number;
}

/** Counts of each day as bars, a chart of its own for each metric: a few replies would vanish on the scale of what was sent. */
export const dailyBars = (
  metrics: readonly Metric[],
  { days, format, height = 240 }: DailyBars,
): readonly TemplateResult[] =>
  metrics.map((metric) => {
    const { name } = metricWords(metric);
    return html`<x-chart
      kind="bar"
      height=${height}
      label=${`${name}, ${msg('per day')}`}
      .series=${[{ name, values: days.map(({ counts }) => counts[metric]) }]}
      .labels=${days.map(({ day }) => format.day(day))}
      .format=${(value: number) => format.compact(value)}
      .exact=${(value: number) => format.number(value)}
    ></x-chart>`;
  });
