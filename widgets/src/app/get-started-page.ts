import { msg, str } from '@lit/localize';
import { css, nothing, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import { Widget } from '../core/widget.ts';
import { widgetParts } from '../core/widget-parts.ts';
import { icon } from '../kit/draw-icon.ts';
import { Onboarding } from './onboarding.ts';
import { onboardingOf, type StepName } from './onboarding-memory.ts';
import { stepWords } from './onboarding-labels.ts';
import { progressRing } from './progress-ring.ts';
import { progressRingStyles } from './progress-ring.styles.ts';

/** The first steps of a workspace with what is done, computed from what is there; as a page, or as a panel of the home page. */
export class GetStartedPage extends Widget {
  static override tag = 'app-get-started';
  static override widgetName = 'app' as const;
  static override permission = 'workspace.read' as const;
  static override uses = [...widgetParts];
  static override styles = [
    Widget.styles,
    progressRingStyles,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: var(--_space-4);
        padding: var(--_card-padding);
        --ring-size: 40px;
      }
      .head .words {
        flex: 1;
      }
      .page {
        max-inline-size: 760px;
      }
      h1,
      h2 {
        font-size: var(--_font-size-l);
        font-weight: var(--_font-weight-strong);
        line-height: var(--_line-height-heading);
      }
      h1 {
        font-size: var(--_font-size-xl);
        letter-spacing: var(--_letter-spacing-heading);
      }
      ol {
        border-block-start: var(--_border-width) solid var(--_border);
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr) auto;
        align-items: center;
        gap: 2px var(--_space-3);
        padding: var(--_space-3) var(--_card-padding);
      }
      li + li {
        border-block-start: var(--_border-width) solid var(--_border);
      }
      .mark {
        inline-size: 22px;
        block-size: 22px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: var(--_font-size-xs);
        font-weight: var(--_font-weight-strong);
        color: var(--_text-muted);
        box-shadow: inset 0 0 0 1px var(--_border-strong);
      }
      .mark .icon {
        inline-size: 13px;
        block-size: 13px;
        stroke-width: 2;
      }
      .done .mark {
        background: var(--_accent-soft);
        color: var(--_accent-text);
        box-shadow: none;
      }
      .done .title {
        color: var(--_text-muted);
      }
      .title {
        font-weight: var(--_font-weight-medium);
      }
      li .caption {
        display: block;
      }
      .next {
        background: var(--_hover);
      }
      @container widget (max-width: 520px) {
        li > .act {
          grid-column: 2;
          justify-self: start;
          margin-block-start: var(--_space-2);
        }
      }
    `,
  ];
  protected override readonly skeleton = 'text';

  /** Stands on another page and can be put away. */
  @property({ type: Boolean }) panel = false;
  readonly #first = new Onboarding(this);

  protected override view(session: Session): TemplateResult {
    const first = this.#first;
    if (first.failure) return this.failed(first.failure, () => void first.reload());
    const { progress } = first;
    if (!progress) return this.loading('text');
    const complete = progress.done === progress.total;
    const next = first.steps.find((name) => !first.isDone(name));
    const title = complete ? msg('You are set up') : msg('Get started');
    return html`<section class="panel ${this.panel ? '' : 'page'}" aria-labelledby=${this.panel ? 'title' : nothing}>
      <div class="head">
        ${progressRing(progress.done, progress.total)}
        <div class="words">
          ${this.panel ? html`<h2 id="title">${title}</h2>` : html`<h1 id="title">${title}</h1>`}
          <p class="muted">
            ${complete ? msg('Everything here is done. New replies wait in the inbox.') : msg(str`${progress.done} of ${progress.total} steps done`)}
          </p>
        </div>
        ${
          this.panel && !onboardingOf(session).dismissed
            ? html`<x-button
                variant="quiet"
                icon="close"
                label=${msg('Put away')}
                @click=${() => this.tell('dismiss')}
              ></x-button>`
            : nothing
        }
      </div>
      <ol>
        ${first.steps.map((name, at) => this.#step(session, name, at, name === next))}
      </ol>
    </section>`;
  }

  #step(session: Session, name: StepName, at: number, isNext: boolean): TemplateResult {
    const done = this.#first.isDone(name);
    const { title, text, act, path, needs } = stepWords(name);
    const action = session.can(needs)
      ? html`<x-button
          class="act"
          variant=${isNext ? 'primary' : 'secondary'}
          size="small"
          @click=${() => this.navigate(path)}
          >${act}</x-button
        >`
      : html`<span class="act caption">${msg('An administrator does this')}</span>`;
    return html`<li class="${done ? 'done' : ''} ${isNext ? 'next' : ''}" aria-current=${isNext ? 'step' : nothing}>
      <span class="mark" aria-hidden="true">${done ? icon('check') : at + 1}</span>
      <div>
        <span class="title">${title}</span
        >${done ? html`<span class="visually-hidden">, ${msg('done')}</span>` : nothing}
        ${done ? nothing : html`<span class="caption">${text}</span>`}
      </div>
      ${done ? nothing : action}
    </li>`;
  }
}
