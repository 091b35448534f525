import { msg, str } from '@lit/localize';
import type { EnrollmentOfLead } from '@tabard/contract/outreach/enrollment-of-lead';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { enrollmentTones, enrollmentWord, underWay } from '../../outreach/enrollment-labels.ts';
import { waitingWords } from '../../outreach/waiting-words.ts';

type Act = 'pause' | 'resume' | 'skip' | 'stop';

/**
 * The campaigns of a lead: where it stands in each, what comes next and when, why nothing leaves now, and what can be done about it.
 *
 * @event open-place - Somebody wants to go to a campaign; `detail` is its address.
 */
export class LeadCampaigns extends PrefixedElement {
  static override tag = 'lead-campaigns';
  static override uses = [Banner, Button, Dialog, EmptyState, Skeleton];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
        padding: var(--_space-4);
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2) var(--_space-3);
      }
      .name {
        padding: 0;
        border: 0;
        background: none;
        color: var(--_text);
        font: inherit;
        font-weight: var(--_font-weight-medium);
        text-align: start;
        min-block-size: 28px;
        cursor: pointer;
        @media (pointer: coarse) {
          min-block-size: 44px;
        }
      }
      .name:hover {
        color: var(--_accent-text);
      }
      .steps {
        display: flex;
        gap: 3px;
      }
      .steps i {
        inline-size: 18px;
        block-size: 4px;
        border-radius: 2px;
        background: var(--_border-strong);
      }
      .steps i.done {
        background: var(--_accent);
        @media (forced-colors: active) {
          background: CanvasText;
        }
      }
      .push {
        margin-inline-start: auto;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: RecordSubject;
  @state() private failure: Failure | null = null;
  /** The enrollment that something is being done to. */
  @state() private busy = '';
  readonly #ask = new Confirmation(this);

  readonly #list = new Query<{ items: EnrollmentOfLead[] }>(this, {
    key: () => ['enrollments', 'of-lead', this.subject.id],
    ask: ({ client }) => client.enrollments.ofLead({ leadId: this.subject.id }),
  });

  async #steer(act: Act, row: EnrollmentOfLead): Promise<void> {
    if (act === 'stop') {
      const sure = await this.#ask.ask({
        heading: msg('Take out of the campaign?'),
        text: msg(str`No further mail of “${row.campaign.name}” goes to this lead. This cannot be undone.`),
        act: msg('Take out'),
      });
      if (!sure) return;
    }
    [this.busy, this.failure] = [row.id, null];
    try {
      await this.session.client.enrollments[act]({ id: row.id });
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = '';
      for (const area of ['enrollments', 'campaigns', 'leads', 'timeline']) this.session.cache.invalidate([area]);
    }
  }

  override render(): unknown {
    const { value, failure } = this.#list;
    const wrong = this.failure ?? (value ? null : failure);
    return html`${
      wrong
        ? html`<x-banner tone="danger"
            >${textOf(wrong)}${
              value
                ? ''
                : html`<x-button slot="actions" size="small" @click=${() => void this.#list.reload()}
                    >${msg('Try again')}</x-button
                  >`
            }</x-banner
          >`
        : ''
    }
    ${value ? this.#rows(value.items) : wrong ? '' : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`}
    ${this.#ask.view()}`;
  }

  #rows(items: readonly EnrollmentOfLead[]): unknown {
    if (items.length === 0)
      return html`<x-empty
        drawing="chart"
        heading=${msg('In no campaign yet')}
        text=${msg('Campaigns that this lead joins will appear here, with what comes next.')}
      ></x-empty>`;
    return html`<ul aria-label=${msg('Campaigns')}>
      ${items.map((row) => this.#row(row))}
    </ul>`;
  }

  #row(row: EnrollmentOfLead): unknown {
    const { format } = this.session;
    const [step, all] = [format.number(row.stepsSent), format.number(row.steps)];
    return html`<li>
      <div class="line">
        <button class="name" type="button" @click=${() => this.tell('open-place', `/campaigns/${row.campaign.id}`)}>
          ${row.campaign.name}
        </button>
        ${badgeMark(enrollmentWord(row.state), enrollmentTones[row.state], true)}
        <span class="caption push" title=${format.dateTime(row.createdAt)}
          >${msg('Joined')} ${format.relative(row.createdAt)}</span
        >
      </div>
      <div class="line caption">
        <span class="steps" aria-hidden="true"
          >${Array.from({ length: row.steps }, (_, at) => html`<i class=${at < row.stepsSent ? 'done' : ''}></i>`)}</span
        >
        <span>${row.stepsSent === 0 ? msg('No mail yet') : msg(str`Step ${step} of ${all}`)}</span>
      </div>
      ${underWay(row.state) ? this.#next(row) : ''}
    </li>`;
  }

  /** What comes next, when, and why not now, with what can be done about it. */
  #next(row: EnrollmentOfLead): unknown {
    const { format } = this.session;
    const subject = row.nextSubject === '' ? msg('A follow-up in the same thread') : row.nextSubject;
    const waits = row.reason === null || row.reason === 'waiting_delay';
    const when = waits && row.nextStepAt && Date.parse(row.nextStepAt) > Date.now() ? row.nextStepAt : null;
    const why = (row.reason && waitingWords(row.reason)) ?? row.whyNotNow;
    return html`<div>
        ${subject ? html`<div>${msg('Next')}: <bdi class="strong">${subject}</bdi></div>` : ''}
        <div class="caption">
          ${
            when
              ? html`<span title=${format.dateTime(when)}>${msg('Due')} ${format.relative(when)}</span>${
                    why ? html` · ${why}` : ''
                  }`
              : (why ?? msg('About to be sent.'))
          }
        </div>
      </div>
      ${this.session.can('campaign.launch') ? this.#acts(row) : ''}`;
  }

  #acts(row: EnrollmentOfLead): unknown {
    const question = row.reason === 'open_question';
    const button = (act: Act, label: string, icon: string, disabled = false): unknown =>
      html`<x-button
        size="small"
        icon=${icon}
        ?disabled=${disabled || (this.busy !== '' && this.busy !== row.id)}
        ?busy=${this.busy === row.id}
        @click=${() => void this.#steer(act, row)}
        >${label}</x-button
      >`;
    return html`<div class="line">
      ${
        row.state === 'active'
          ? button('pause', msg('Pause'), 'pause')
          : button('resume', msg('Resume'), 'play', question)
      }
      ${button('skip', msg('Skip the next mail'), 'next', question || row.stepsSent === 0 || !row.nextStepAt)}
      ${button('stop', msg('Take out'), 'trash')}
    </div>`;
  }
}
