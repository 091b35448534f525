import { msg } from '@lit/localize';
import type { Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../core/format.ts';
import { html } from '../base/html.ts';
import type { Stage } from '../kit/funnel.ts';
import { metricWords } from './metric-labels.ts';

/** From mails sent to answers. Opens are left out where they are not counted; clicks always, as many mails have no link. */
export function resultFunnel(counts: Record<'sent' | 'opened' | 'replied', number>, format: Format): TemplateResult {
  const metrics: Metric[] = counts.opened > 0 ? ['sent', 'opened', 'replied'] : ['sent', 'replied'];
  const stages = metrics.map((metric): Stage => ({ ...metricWords(metric), value: counts[metric as 'sent'] }));
  return html`<x-funnel
    label=${msg('From mail to answer')}
    .stages=${stages}
    .format=${(value: number) => format.number(value)}
    .percent=${(share: number | null) => format.percent(share)}
  ></x-funnel>`;
}

/** What each number counts, written out: the words behind the small buttons beside them. */
export function whatNumbersCount(metrics: readonly Metric[]): TemplateResult {
  return html`<details class="meaning">
    <summary>${msg('What these numbers count')}</summary>
    <dl>
      ${metrics.map((metric) => {
        const { name, counts } = metricWords(metric);
        return html`<dt>${name}</dt>
          <dd>${counts}</dd>`;
      })}
    </dl>
  </details>`;
}
