import { msg } from '@lit/localize';
import { customFieldColors } from '@tabard/contract/crm/custom-value';
import { css, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import { toneOf } from './color-tones.ts';
import { colorWord } from './color-words.ts';

type Color = (typeof customFieldColors)[number];

/** Looks of the chips, for the form that has them. */
export const colorChipsStyles = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  legend {
    padding: 0 0 6px;
    font-weight: var(--_font-weight-medium);
    font-size: var(--_font-size-s);
  }
  .colors {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
`;

/** A colour of the closed list, or none; the form defines the chips. */
export const colorChips = (
  chosen: Color | null | undefined,
  { disabled, choose }: { disabled: boolean; choose: (color: Color | null) => void },
): TemplateResult =>
  html`<fieldset>
    <legend>${msg('Colour')}</legend>
    <div class="colors">
      ${[null, ...customFieldColors].map(
        (one) =>
          html`<x-chip
            selectable
            tone=${toneOf(one)}
            label=${one ? colorWord(one) : msg('None')}
            ?selected=${(chosen ?? null) === one}
            ?disabled=${disabled}
            @choose=${() => choose(one)}
          ></x-chip>`,
      )}
    </div>
  </fieldset>`;
