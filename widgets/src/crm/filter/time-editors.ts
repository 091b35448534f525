import { msg } from '@lit/localize';
import { isDay, type RelativeDay, type Span } from '@tabard/contract/filters';
import { html } from '../../base/html.ts';
import type { DateField } from '../../kit/date-field.ts';
import type { NumberField } from '../../kit/number-field.ts';
import type { Select } from '../../kit/select.ts';
import { numberIn } from './number-in.ts';
import type { ValueEditing } from './value-editors.ts';

type Mode = 'day' | 'ago' | 'ahead' | 'exact';

/** A day of the calendar, or one counted from today. An exact moment, which programs give, stays until another day is chosen. */
export function timeEditor(editing: ValueEditing): unknown {
  const { field, value, error, set } = editing;
  const relative = typeof value === 'object' && value !== null ? (value as RelativeDay) : null; // a value of its type
  const exact = typeof value === 'string' && !isDay(value);
  const mode: Mode = relative ? (relative.offset > 0 ? 'ahead' : 'ago') : exact ? 'exact' : 'day';
  const turn = (next: string): void => {
    if (next === 'day') set(undefined);
    else if (next !== 'exact') set({ offset: next === 'ago' ? 0 : 1, unit: relative?.unit ?? 'day' });
  };
  return html`<div class="two">
    <x-select
      hide-label
      label=${msg('Kind of day')}
      .options=${[
        { value: 'day', label: msg('a day') },
        { value: 'ago', label: msg('so long ago') },
        { value: 'ahead', label: msg('so far ahead') },
        ...(exact ? [{ value: 'exact', label: msg('a moment') }] : []),
      ]}
      .value=${mode}
      @change=${({ target }: Event) => turn((target as Select).value)}
    ></x-select>
    ${
      mode === 'exact'
        ? html`<x-input hide-label readonly label=${field.label} .value=${String(value)}></x-input>`
        : mode === 'day'
          ? html`<x-date-field
              hide-label
              label=${field.label}
              error=${error}
              .value=${typeof value === 'string' ? value : ''}
              @change=${({ target }: Event) => set((target as DateField).value || undefined)}
            ></x-date-field>`
          : counted({
              editing,
              least: mode === 'ago' ? 0 : 1,
              count: Math.abs(relative?.offset ?? 0),
              unit: relative?.unit ?? 'day',
              units: days,
              write: (count, unit) => set({ offset: mode === 'ago' ? -count : count, unit }),
            })
    }
  </div>`;
}

const days = ['day', 'week', 'month', 'year'] as const;

/** A stretch of time that ends or begins with today. */
export function spanEditor(editing: ValueEditing): unknown {
  const { field, value, set } = editing;
  const { count, unit = 'day' } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Span>; // as far as it is written
  return counted({
    editing,
    least: 1,
    count,
    unit,
    units: field.type === 'moment' ? ['hour', ...days] : days,
    write: (many, of) => set({ count: many, unit: of }),
  });
}

interface Counted {
  editing: ValueEditing;
  least: number;
  count: number | undefined;
  unit: string;
  units: readonly string[];
  write: (count: number, unit: string) => void;
}

/** A number of units of time. */
function counted({ editing, least, count, unit, units, write }: Counted): unknown {
  const { format, field, error } = editing;
  const words = (of: string): string =>
    new Intl.NumberFormat(format.locale, { style: 'unit', unit: of, unitDisplay: 'long' })
      .formatToParts(count ?? 2)
      .filter(({ type }) => type === 'unit')
      .map(({ value }) => value)
      .join(' ') || of;
  return html`<div class="two">
    <x-number-field
      plain
      hide-label
      label=${field.label}
      min=${least}
      max="10000"
      error=${error}
      .value=${count === undefined ? '' : String(count)}
      @input=${({ target }: Event) => {
        const given = numberIn(target as NumberField);
        if (given !== undefined) write(given, unit);
        else editing.set(undefined);
      }}
    ></x-number-field>
    <x-select
      hide-label
      label=${msg('Unit')}
      .options=${units.map((of) => ({ value: of, label: words(of) }))}
      .value=${unit}
      @change=${({ target }: Event) => write(count ?? least, (target as Select).value)}
    ></x-select>
  </div>`;
}
