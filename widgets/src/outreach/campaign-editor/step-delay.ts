import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { StepInput } from '../../core/client.ts';
import { html } from '../../core/html.ts';
import { icon } from '../../kit/draw-icon.ts';

/** The wait before a step, as words on the wire that can be changed in place. */
export function stepDelay(step: StepInput, locked: boolean, edit: (delay: StepInput['delay']) => void): TemplateResult {
  const units = [
    ['minutes', msg('minutes')],
    ['hours', msg('hours')],
    ['days', msg('days')],
  ] as const;
  const change = (delay: Partial<StepInput['delay']>): void => edit({ ...step.delay, ...delay });
  return html`<div class="wire">
    <span class="delay"
      >${icon('clock')}
      <input
        type="number"
        min="0"
        max="10000"
        aria-label=${msg('Wait')}
        .value=${String(step.delay.amount)}
        ?disabled=${locked}
        @change=${(event: Event) => change({ amount: Math.max(0, Number((event.target as HTMLInputElement).value) || 0) })}
      />
      <select
        aria-label=${msg('Unit of time')}
        ?disabled=${locked}
        @change=${(event: Event) => change({ unit: (event.target as HTMLSelectElement).value as StepInput['delay']['unit'] })}
      >
        ${units.map(([value, label]) => html`<option value=${value} .selected=${value === step.delay.unit}>${label}</option>`)}
      </select></span
    >
  </div>`;
}
