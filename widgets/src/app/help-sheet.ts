import { msg } from '@lit/localize';
import { css, nothing, type PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import { Dialog } from '../kit/dialog.ts';
import { kitStyles } from '../kit/kit.styles.ts';
import { maySee, pageTitle } from './app-pages.ts';
import { modifierKey, pageKeys } from './app-keys.ts';
import type { App } from './app/app.ts';

/**
 * All keys there are, and who helps.
 * @slot help - The host's own ways to get help.
 * @event close - It was closed.
 */
export class HelpSheet extends PrefixedElement {
  static override tag = 'help-sheet';
  static override uses = [Dialog];
  static override styles = [
    kitStyles,
    css`
      .columns {
        columns: 2 300px;
        column-gap: var(--_space-8);
      }
      section {
        break-inside: avoid;
        padding-block-end: var(--_space-5);
      }
      h3 {
        font-size: var(--_font-size-s);
        font-weight: var(--_font-weight-strong);
        padding-block-end: var(--_space-2);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        font-size: var(--_font-size-s);
      }
      dt,
      dd {
        display: flex;
        align-items: center;
        gap: 4px;
        min-block-size: 30px;
        border-block-start: 1px solid var(--_border);
      }
      dd {
        justify-content: flex-end;
      }
      kbd {
        min-inline-size: 22px;
        padding: 1px 6px;
        border-radius: var(--_radius-small);
        background: var(--_sunken);
        box-shadow: inset 0 0 0 1px var(--_border-strong);
        font: inherit;
        font-size: var(--_font-size-xs);
        text-align: center;
      }
      a {
        color: var(--_accent-text);
      }
    `,
  ];
  @property({ attribute: false }) app!: App;
  @property({ attribute: false }) session!: Session;
  @property({ type: Boolean }) open = false;

  protected override willUpdate(_changed: PropertyValues): void {
    // Inside a dialog of its own the direction of the app does not reach.
    this.dir = getComputedStyle(this.app).direction;
  }

  #part(title: string, rows: readonly (readonly [string, ...string[]])[]): unknown {
    return html`<section>
      <h3>${title}</h3>
      <dl>
        ${rows.map(
          ([what, ...keys]) =>
            html`<dt>${what}</dt>
              <dd>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dd>`,
        )}
      </dl>
    </section>`;
  }

  override render(): unknown {
    const { session } = this;
    const mail = session.current?.workspace?.brand.supportEmail;
    const seen = pageKeys().filter(({ page }) => maySee(session, page));
    return html`<x-dialog wide heading=${msg('Help and keys')} .open=${this.open} @close=${() => this.tell('close')}>
      <div class="columns">
        ${
          this.app.shortcuts === 'off'
            ? nothing
            : html`${this.#part(msg('Everywhere'), [
                [msg('Search and commands'), modifierKey(), 'K'],
                [msg('This help'), '?'],
                ...(this.app.layout === 'phone' ? [] : [[msg('Fold the navigation'), '['] as const]),
                [msg('Close what is open'), 'Esc'],
              ])}
              ${this.#part(
                msg('Go to'),
                seen.map(({ page, keys }) => [pageTitle(page), ...keys] as const),
              )}`
        }
        ${
          session.can('inbox.read')
            ? this.#part(msg('Inbox'), [
                [msg('Next and previous conversation'), 'J', 'K'],
                [msg('Answer'), 'R'],
                [msg('Archive'), 'E'],
                [msg('Mark as unread'), 'U'],
                [msg('Search conversations'), '/'],
              ])
            : nothing
        }
        ${this.#part(msg('Tables'), [
          [msg('Up and down'), '↑', '↓'],
          [msg('Open'), '↵'],
          [msg('Select'), msg('Space')],
        ])}
      </div>
      <slot name="help"></slot>
      ${mail ? html`<p class="small">${msg('Questions?')} <a href="mailto:${mail}">${mail}</a></p>` : nothing}
    </x-dialog>`;
  }
}
