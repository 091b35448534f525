import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** The numbers of a drawing, as they are. */
export interface Numbers {
  caption: string;
  /** The first names what the rows are. */
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** A drawing's numbers as a table, for whoever reads rather than looks. Styled by `numbersStyles`. */
export function numbersTable({ caption, head, rows }: Numbers): TemplateResult {
  return html`<div class="numbers" tabindex="0" role="region" aria-label=${caption}>
    <table>
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, ...values]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${values.map((value) => html`<td>${value}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
