import type { TimelineNoun } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Session } from '../core/session.ts';
import { badgeMarkStyles } from '../kit/badge-mark.ts';
import { factsStyles } from '../kit/facts.styles.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { Timeline } from '../operations/timeline/timeline.ts';

/** What is said of a record at a glance; facts are pairs of a name and what it is. */
export interface Glance {
  noun: TimelineNoun;
  id: string;
  name: string;
  caption?: string;
  mark: TemplateResult;
  problem?: string | null;
  facts: readonly (readonly [name: string, value: unknown])[];
}

/** A record at a glance: how it is, its facts, and what happened to it. */
export class LookCard extends PrefixedElement {
  static override tag = 'look-card';
  static override uses = [Timeline];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    factsStyles,
    css`
      :host {
        display: block;
      }
      .card {
        padding: 16px 20px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--_space-3);
        margin-block-end: var(--_space-4);
      }
      h2 {
        font-size: var(--_font-size-m);
        overflow-wrap: anywhere;
      }
      .wrong {
        margin-block-end: var(--_space-4);
        color: var(--_danger-text);
        font-size: var(--_font-size-s);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .timeline {
        max-block-size: 480px;
        overflow: auto;
        margin-block-start: var(--_space-4);
        border-block-start: 1px solid var(--_border);
        padding-block-start: var(--_space-4);
      }
    `,
  ];
  /** The list around it speaks to the host and says what concerns the session. */
  readonly saysForAll = true;

  constructor() {
    super();
    for (const name of ['load-start', 'load', 'ready', 'resize', 'session-expired'])
      this.addEventListener(`${this.tagPrefix}-${name}`, (event) => event.stopPropagation());
  }

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) glance!: Glance;

  override render(): unknown {
    const { noun, id, name, caption, mark, problem, facts } = this.glance;
    return html`<article class="card" aria-label=${name}>
      <header>
        <div>
          <h2>${name}</h2>
          ${caption ? html`<div class="caption">${caption}</div>` : ''}
        </div>
        ${mark}
      </header>
      ${problem ? html`<p class="wrong" dir="auto">${problem}</p>` : ''}
      <dl class="facts">
        ${facts.map(
          ([of, value]) =>
            html`<dt>${of}</dt>
              <dd class="num">${value}</dd>`,
        )}
      </dl>
      <x-timeline class="timeline" .within=${true} .session=${this.session} noun=${noun} record-id=${id}></x-timeline>
    </article>`;
  }
}
