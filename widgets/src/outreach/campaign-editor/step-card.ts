import { msg } from '@lit/localize';
import { property, state } from '../../base/decorators.ts';
import type { StepCounts, StepInput } from '../../core/client.ts';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { Menu } from '../../kit/menu.ts';
import { MergeInput } from '../../kit/merge-input.ts';
import { Tabs } from '../../kit/tabs.ts';
import { wordsOfHtml } from '../../kit/words-of-html.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { MailBody } from '../mail-body.ts';
import { mergeFieldMenu, subjectField } from '../merge-field-menu.ts';
import { mergeText, mergeTextStyles } from '../merge-text.ts';
import { toHtml, type StepErrors } from './campaign-draft.ts';
import { stepCardStyles } from './step-card.styles.ts';

type Mode = 'write' | 'source' | 'preview';

/**
 * One mail of the sequence: a quiet card until it is opened, then its words and how a lead will read them.
 * @event edit - `detail` is the changed step.
 * @event toggle-step - It wants to be opened or closed.
 * @event act - `detail` is `up`, `down`, `copy` or `remove`.
 */
export class StepCard extends PrefixedElement {
  static override tag = 'step-card';
  static override uses = [Button, MailBody, Menu, MergeInput, Tabs];
  static override styles = [widgetStyles, mergeTextStyles, stepCardStyles];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) step!: StepInput;
  @property({ type: Number }) position = 0;
  @property({ type: Number }) count = 1;
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) counts: StepCounts['counts'] | null = null;
  @property({ attribute: false }) error: StepErrors[number] | null = null;
  @property({ attribute: 'lead-id' }) leadId = '';
  @state() private mode: Mode = 'write';
  /** What a template took the place of. */
  @state() private replaced: StepInput | null = null;
  #target: 'subject' | 'body' = 'body';

  readonly #fields = new Query(this, {
    key: () => (this.session.can('template.read') ? ['templates', 'fields'] : null),
    ask: (session) => session.client.templates.fields(),
  });

  readonly #templates = new Query(this, {
    key: () =>
      this.open && !this.locked && this.session.can('template.read') ? ['templates', 'list', '', 'all'] : null,
    ask: async (session) => session.client.templates.list({ limit: 100 }),
  });

  #edit(change: Partial<StepInput>): void {
    this.replaced = null;
    this.tell('edit', { ...this.step, ...change });
  }

  readonly #insert = (text: string): void => {
    this.renderRoot
      .querySelector<MergeInput | MailBody>(this.#target === 'subject' ? '.subject' : '.text')
      ?.insert(text);
  };

  #show(mode: Mode): void {
    this.mode = mode;
    // Who only writes needs no preview.
    if (mode === 'preview')
      void import('../mail-preview.ts').then(
        ({ MailPreview }) => defineElement(this.tagPrefix, MailPreview),
        (error: unknown) => this.session.report(toFailure(error)),
      );
  }

  /** A template's words take the place of what is there; a follow-up without a subject stays in its thread. */
  #start(id: string): void {
    const template = this.#templates.value?.items.find((one) => one.id === id);
    if (!template) return;
    const { step } = this;
    const subject = this.position === 0 || step.subject ? template.subject : '';
    this.#edit({ subject, body: template.body });
    this.replaced = step.subject || step.body ? step : null;
    this.mode = 'write';
  }

  override render(): unknown {
    const { step, position } = this;
    const known = this.#fields.value?.fields ?? null;
    const unnamed = position === 0 ? msg('First mail') : msg('Follow-up in the same thread');
    const title = step.subject ? mergeText(step.subject, known) : unnamed;
    const words = mergeText(wordsOfHtml(step.body) || msg('No text yet'), known);
    const sent = Boolean(this.counts && this.counts.sent > 0);
    const acts = [
      { id: 'up', label: msg('Move up'), icon: 'up' as const, disabled: position === 0 },
      { id: 'down', label: msg('Move down'), icon: 'down' as const, disabled: position === this.count - 1 },
      { id: 'copy', label: msg('Duplicate'), icon: 'copy' as const },
      {
        id: 'remove',
        label: msg('Remove'),
        icon: 'trash' as const,
        danger: true,
        disabled: this.count === 1 || sent,
        ...(sent && { reason: msg('It was sent to somebody.') }),
      },
    ];
    return html`<section
      class="card ${this.open ? 'open' : ''} ${this.error ? 'wrong' : ''}"
      aria-label=${`${msg('Step')} ${position + 1}`}
    >
      <div class="head">
        <button class="toggle" aria-expanded=${this.open} @click=${() => this.tell('toggle-step')}>
          <span class="mark num" aria-hidden="true">${this.session.format.number(position + 1)}</span>
          <span class="words">
            <span class="strong cut">${title}</span>
            ${this.open ? '' : html`<span class="caption cut">${words}</span>`}
            ${this.counts && this.counts.sent > 0 ? this.#figures(this.counts) : ''}
          </span>
        </button>
        ${this.locked ? '' : html`<x-menu icon="more" size="small" label=${msg('Change this step')} .items=${acts} @choose=${(event: CustomEvent<string>) => this.tell('act', event.detail)}></x-menu>`}
      </div>
      ${this.open ? this.#body() : ''}
    </section>`;
  }

  #figures(counts: StepCounts['counts']): unknown {
    const { format } = this.session;
    const rate = (part: number): string => format.percent(counts.sent ? part / counts.sent : null);
    return html`<span class="figures">
      <span><b>${format.number(counts.sent)}</b> ${msg('sent')}</span
      ><span><b>${rate(counts.opened)}</b> ${msg('opened')}</span>
      <span><b>${rate(counts.clicked)}</b> ${msg('clicked')}</span>
      <span><b>${rate(counts.replied)}</b> ${msg('replied')}</span>
      <span><b>${rate(counts.bounced)}</b> ${msg('bounced')}</span>
    </span>`;
  }

  #body(): unknown {
    const { step, locked } = this;
    return html`<div class="body">
      <div class="row tools">
        <x-tabs
          label=${msg('View')}
          .tabs=${[
            { id: 'write', label: msg('Write') },
            { id: 'source', label: msg('Source') },
            { id: 'preview', label: msg('Preview') },
          ]}
          selected=${this.mode}
          @choose=${(event: CustomEvent<Mode>) => this.#show(event.detail)}
        ></x-tabs>
        ${this.mode === 'preview' || locked ? '' : this.#tools()}
      </div>
      ${
        this.replaced
          ? html`<div class="row undo" role="status">
              <span>${msg('The template took the place of what was here.')}</span>
              <x-button class="push" size="small" icon="undo" @click=${() => this.#edit(this.replaced ?? {})}
                >${msg('Undo')}</x-button
              >
            </div>`
          : ''
      }
      ${
        this.mode === 'preview'
          ? html`<x-mail-preview
              .session=${this.session}
              subject=${step.subject}
              body=${toHtml(step.body)}
              lead-id=${this.leadId}
            ></x-mail-preview>`
          : html`<div @focusin=${() => (this.#target = 'subject')}>
                ${subjectField({
                  value: step.subject,
                  fields: this.#fields.value?.fields ?? null,
                  error: this.error?.in === 'subject' ? this.error.text : '',
                  disabled: locked,
                  placeholder:
                    this.position === 0 ? msg('What is it about') : msg('Leave empty to stay in the same thread'),
                  edit: (subject) => this.#edit({ subject }),
                })}
              </div>
              <x-mail-body
                class="text"
                .fields=${this.#fields.value?.fields ?? null}
                .value=${toHtml(step.body)}
                ?source=${this.mode === 'source'}
                ?disabled=${locked}
                error=${this.error?.in === 'body' ? this.error.text : ''}
                @focusin=${() => (this.#target = 'body')}
                @edit=${(event: CustomEvent<string>) => this.#edit({ body: event.detail })}
              ></x-mail-body>`
      }
    </div>`;
  }

  #tools(): unknown {
    const templates = this.#templates.value?.items ?? [];
    return html`${
      templates.length > 0
        ? html`<x-menu
            class="push"
            icon="file"
            size="small"
            variant="secondary"
            .items=${templates.map(({ id, name }) => ({ id, label: name }))}
            @choose=${(event: CustomEvent<string>) => this.#start(event.detail)}
            >${msg('Start from a template')}</x-menu
          >`
        : html`<span class="push"></span>`
    }${mergeFieldMenu(this.#fields.value?.fields ?? [], this.#insert)}`;
  }
}
