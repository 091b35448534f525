import { msg, str } from '@lit/localize';
import type { AuditLogEntry } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property } from '../../base/decorators.ts';
import { codeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { actionWords, actorKindWords, actorName, valueView } from './action-labels.ts';
import type { Narrowing } from './log-filter.ts';

/**
 * One entry of the audit log: who, when, from where, what was asked for and what changed by it.
 *
 * @event narrow - `detail` is what the list is to be narrowed to.
 * @event close - It was closed.
 */
export class AuditEntry extends PrefixedElement {
  static override tag = 'audit-entry';
  static override uses = [Button, Dialog];
  static override styles = [
    widgetStyles,
    factsStyles,
    css`
      section > h2 {
        margin-block-end: var(--_space-2);
      }
      .changes {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--_font-size-s);
      }
      th,
      td {
        padding: var(--_space-2);
        border-block-end: 1px solid var(--_border);
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      thead th {
        color: var(--_text-muted);
        font-weight: var(--_font-weight-medium);
      }
      tbody th {
        font-weight: var(--_font-weight-normal);
      }
      code {
        font: 400 12.5px / 18px var(--_font-family-mono);
        overflow-wrap: anywhere;
      }
      .narrows {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) entry!: AuditLogEntry;

  override render(): unknown {
    const { entry } = this;
    return html`<x-dialog side open heading=${actionWords(entry.action)} @close=${() => this.tell('close')}>
      <div class="stack">${this.#facts()} ${this.#changes()} ${this.#input()} ${this.#narrows()}</div>
    </x-dialog>`;
  }

  #facts(): TemplateResult {
    const { at, actor, onBehalfOf, outcome, ip, userAgent, action, subjects, requestId } = this.entry;
    const technical = (text: string): TemplateResult => html`<code lang="zxx" dir="ltr">${text}</code>`;
    const facts: readonly (readonly [string, unknown])[] = [
      [msg('When'), this.session.format.dateTime(at)],
      [
        msg('Who'),
        actor
          ? html`${actorName(actor)} <span class="muted">(${actorKindWords()[actor.kind]})</span>`
          : actorName(null),
      ],
      [msg('On behalf of'), onBehalfOf && technical(onBehalfOf)],
      [
        msg('Outcome'),
        outcome === 'ok' ? msg('Done') : html`${codeWords(outcome) ?? msg('Refused')} ${technical(outcome)}`,
      ],
      [msg('From'), ip && technical(ip)],
      [msg('Program'), userAgent && html`<span dir="ltr">${userAgent}</span>`],
      [msg('Action'), technical(action)],
      [msg('About'), subjects.length > 0 && subjects.map((subject) => html`<div>${technical(subject)}</div>`)],
      [msg('Request'), requestId && technical(requestId)],
    ];
    return html`<dl class="facts">
      ${facts.map(([name, value]) =>
        value
          ? html`<dt>${name}</dt>
              <dd>${value}</dd>`
          : '',
      )}
    </dl>`;
  }

  /** What was before and after, beside each other. */
  #changes(): TemplateResult | '' {
    const { before, after } = this.entry;
    const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    if (fields.length === 0) return '';
    return html`<section>
      <h2>${msg('What changed')}</h2>
      <div class="changes" tabindex="0" role="group" aria-label=${msg('What changed')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Field')}</th>
              <th scope="col">${msg('Before')}</th>
              <th scope="col">${msg('After')}</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map(
              (field) =>
                html`<tr>
                  <th scope="row"><code lang="zxx">${field}</code></th>
                  <td>${valueView(before?.[field])}</td>
                  <td>${valueView(after?.[field])}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #input(): TemplateResult | '' {
    const given = Object.entries(this.entry.input ?? {});
    if (given.length === 0) return '';
    return html`<section>
      <h2>${msg('What was asked for')}</h2>
      <dl class="facts">
        ${given.map(
          ([name, value]) =>
            html`<dt><code lang="zxx">${name}</code></dt>
              <dd>${valueView(value)}</dd>`,
        )}
      </dl>
    </section>`;
  }

  #narrows(): TemplateResult {
    const { actor, action, subjects } = this.entry;
    const [subject] = subjects;
    const who = actorName(actor);
    const all: (Narrowing | null)[] = [
      actor && { filter: { actorId: actor.id }, words: msg(str`By ${who}`) },
      { filter: { action }, words: actionWords(action) },
      subject ? { filter: { subject }, words: msg(str`About ${subject}`) } : null,
    ];
    return html`<section>
      <h2>${msg('Show only')}</h2>
      <div class="narrows">
        ${all.map((each) => each && html`<x-button size="small" @click=${() => this.tell('narrow', each)}>${each.words}</x-button>`)}
      </div>
    </section>`;
  }
}
