import { msg, str } from '@lit/localize';
import type { AnalyticsOverview, Metric } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../core/format.ts';
import { html } from '../base/html.ts';
import type { Change } from '../kit/figure.ts';
import { metricWords, unwanted } from './metric-labels.ts';

type Figure = AnalyticsOverview['figures'][Metric];
/** Less than this is the same. */
const NOTICEABLE = 0.0005;

interface PeriodFigureInput {
  metric: Metric;
  figure: Figure;
  days: number;
  format: Format;
  selected?: boolean;
  /** Where one is chosen to be shown in full. */
  choose?: () => void;
}

/** How a figure went since the period before: rates in points, what was sent in percent. */
function changeOf(metric: Metric, figure: Figure, days: number, format: Format): Change | null {
  const isRate = metric !== 'sent';
  const comparable = isRate ? figure.rate !== null && figure.previousRate !== null : figure.previous > 0;
  if (!comparable) return null;
  const by = isRate ? (figure.rate ?? 0) - (figure.previousRate ?? 0) : figure.count / figure.previous - 1;
  if (Math.abs(by) < NOTICEABLE) return null;
  const points = format.points(by);
  const percent = new Intl.NumberFormat(format.locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
  });
  return {
    text: isRate ? msg(str`${points} points`) : percent.format(by),
    direction: by > 0 ? 'up' : 'down',
    welcome: unwanted.has(metric) ? by < 0 : by > 0,
    against: msg(str`compared with the ${format.number(days)} days before`),
  };
}

/** One figure of a period: the share of what was sent, or the number of what was sent itself. */
export function periodFigure({ metric, figure, days, format, selected, choose }: PeriodFigureInput): TemplateResult {
  const isRate = metric !== 'sent';
  const { name, counts } = metricWords(metric);
  return html`<x-figure
    ?selectable=${choose !== undefined}
    ?selected=${selected}
    name=${name}
    counts=${isRate ? `${counts} ${msg('As a share of mails sent.')}` : counts}
    value=${isRate ? format.percent(figure.rate) : format.compact(figure.count)}
    detail=${isRate ? format.number(figure.count) : ''}
    .change=${changeOf(metric, figure, days, format)}
    .trend=${figure.trend}
    @choose=${choose}
  ></x-figure>`;
}
