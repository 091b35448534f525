import { msg } from '@lit/localize';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { Lead } from '@tabard/contract';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import type { BoardCard } from '../../kit/board-card.ts';
import type { Tone } from '../../kit/badge.ts';
import { nameOf } from '../lead-labels.ts';
import { tagMarks } from '../tag-colors.ts';

/** The number in a lead's custom field, such as the worth of what it may buy; 0 when there is none. */
export function worthOf(lead: Lead, field: string): number {
  const value = Number.parseFloat(showCustomValue(undefined, lead.custom[field] ?? '').replaceAll(/[^\d.-]/g, ''));
  return Number.isFinite(value) ? value : 0;
}

/** What cards say besides what leads hold themselves. */
interface CardWords {
  format: Format;
  /** The custom field that holds what a lead is worth; empty for none. */
  valueField: string;
  money: (value: number) => string;
  toneOf: (tag: string) => Tone;
}

/** A lead as a card: who it is, where it works, its tags or its place, and what was asked for or since when. */
export function leadCard(lead: Lead, column: string, { format, valueField, money, toneOf }: CardWords): BoardCard {
  const worth = valueField ? worthOf(lead, valueField) : 0;
  const tags = lead.tags.filter((tag) => tag !== column);
  const place = [lead.city, lead.country].filter(Boolean).join(', ');
  const since = html`<span title=${format.dateTime(lead.createdAt)}>${format.relative(lead.createdAt)}</span>`;
  return {
    id: lead.id,
    column,
    title: nameOf(lead),
    facts: [
      [lead.title, lead.company].filter(Boolean).join(', ') || lead.email,
      tags.length > 0 ? html`<span class="marks">${tagMarks(tags, toneOf)}</span>` : place || msg('Place unknown'),
      worth ? money(worth) : since,
    ],
  };
}

/** Writes what leads are worth: in a currency, or as plain numbers without one. */
export function moneyFormat(locale: string, currency: string): (value: number) => string {
  const options = currency ? ({ style: 'currency', currency } as const) : {};
  const number = new Intl.NumberFormat(locale, { ...options, maximumFractionDigits: 0 });
  return (value) => number.format(value);
}
