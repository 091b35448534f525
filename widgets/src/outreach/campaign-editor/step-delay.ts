import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { StepInput } from '../../core/client.ts';
import { html } from '../../base/html.ts';
import { icon } from '../../kit/draw-icon.ts';
import type { NumberField } from '../../kit/number-field.ts';
import type { Select } from '../../kit/select.ts';

/** The wait before a step, as words on the wire that can be changed in place. */
export function stepDelay(step: StepInput, locked: boolean, edit: (delay: StepInput['delay']) => void): TemplateResult {
  const units = [
    { value: 'minutes', label: msg('minutes') },
    { value: 'hours', label: msg('hours') },
    { value: 'days', label: msg('days') },
  ] as const;
  const change = (delay: Partial<StepInput['delay']>): void => edit({ ...step.delay, ...delay });
  return html`<div class="wire">
    <span class="delay"
      >${icon('clock')}
      <x-number-field
        class="amount"
        size="small"
        hide-label
        label=${msg('Wait')}
        min="0"
        max="10000"
        .value=${String(step.delay.amount)}
        ?disabled=${locked}
        @change=${(event: Event) => {
          const field = event.target as NumberField;
          if (field.value !== '') change({ amount: Math.min(10_000, Math.max(0, Math.round(field.valueAsNumber))) });
        }}
      ></x-number-field>
      <x-select
        size="small"
        hide-label
        label=${msg('Unit of time')}
        .value=${step.delay.unit}
        .options=${units}
        ?disabled=${locked}
        @change=${(event: Event) => change({ unit: (event.target as Select).value as StepInput['delay']['unit'] })}
      ></x-select
    ></span>
  </div>`;
}
