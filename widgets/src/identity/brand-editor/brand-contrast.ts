import { msg, str } from '@lit/localize';
import { contrastOf, createPalette, type Mode } from '@tabard/theme';
import { css, nothing } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { icon } from '../../kit/draw-icon.ts';
import { kitStyles } from '../../kit/kit.styles.ts';

/** Below it a colour is not told from a white ground by everybody. */
const SEEN = 3;

/** How well words in a brand's colours can be read, light and dark, and what is done where the colour itself would not do. */
export class BrandContrast extends PrefixedElement {
  static override tag = 'brand-contrast';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
      }
      .contrast {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
        padding: var(--_space-3);
        border-radius: var(--_radius-control);
        background: var(--_sunken);
        font-size: var(--_font-size-s);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th {
        padding: 2px 0;
        font-weight: var(--_font-weight-normal);
        text-align: start;
      }
      thead th {
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
      }
      td,
      thead th + th {
        inline-size: 72px;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .note {
        display: flex;
        gap: var(--_space-2);
        color: var(--_warning-text);
      }
      .note .icon {
        margin-block-start: 2px;
      }
    `,
  ];
  /** As #rgb or #rrggbb. */
  @property() color = '';
  @property() locale = 'en';

  override render(): unknown {
    const { color } = this;
    if (!color) return nothing;
    const palette = createPalette(color);
    const number = new Intl.NumberFormat(this.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const ratio = (mode: Mode, one: string, other: string): string => {
      const tokens = palette[mode];
      return `${number.format(contrastOf(tokens[one] ?? '#000', tokens[other] ?? '#fff'))}:1`;
    };
    const line = (words: string, one: string, other: string): unknown =>
      html`<tr>
        <th scope="row">${words}</th>
        <td>${ratio('light', one, other)}</td>
        <td>${ratio('dark', one, other)}</td>
      </tr>`;
    const plain = contrastOf(color, palette.light['surface'] ?? '#ffffff');
    return html`<div class="contrast">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Contrast')}</th>
            <th scope="col">${msg('Light')}</th>
            <th scope="col">${msg('Dark')}</th>
          </tr>
        </thead>
        <tbody>
          ${line(msg('Words on buttons'), 'on-accent', 'accent')} ${line(msg('Links'), 'accent-text', 'surface')}
        </tbody>
      </table>
      ${
        plain < SEEN
          ? html`<p class="note" role="status">
              ${icon('warning')}<span
                >${msg(str`The colour itself has only ${number.format(plain)}:1 on white. Links and thin lines take a darker shade of it.`)}</span
              >
            </p>`
          : html`<p class="caption">${msg('Everything can be read: 4.5:1 or more.')}</p>`
      }
    </div>`;
  }
}
