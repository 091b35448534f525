import { msg, str } from '@lit/localize';
import type { Campaign, Enrollment } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import type { Session } from '../../core/session.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Menu } from '../../kit/menu.ts';
import { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { enrollmentTones, enrollmentWord, type EnrollmentState } from '../enrollment-labels.ts';
import { peopleCard, peopleColumns, type SteerLead } from './people-columns.ts';

export type { SteerLead };
/** Which of them are shown: in a state, and with so many steps behind them; empty for all. */
export interface PeopleView {
  state: EnrollmentState | '';
  steps: string;
}
const states = Object.keys(enrollmentTones) as EnrollmentState[]; // the keys of a record of them

/**
 * Who is in a campaign: at which step, in which state, and why no mail leaves right now.
 * @event narrow - `detail` is another view of them.
 * @event open-lead - `detail` is the lead.
 * @event steer - `detail` is `{ action, enrollment }`: somebody wants to pause, resume or take out one of them.
 */
export class CampaignPeople extends PrefixedElement {
  static override tag = 'campaign-people';
  static override uses = [Banner, EmptyState, Menu, Select, Skeleton, Table, Tabs];
  static override styles = [
    widgetStyles,
    listPanelStyles,
    badgeMarkStyles,
    css`
      .narrow {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--_space-2) var(--_space-4);
        margin-block-end: var(--_space-3);
      }
      .two {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
      }
      .two > * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) campaign!: Campaign;
  @property({ attribute: false }) view: PeopleView = { state: '', steps: '' };

  readonly #list = new ListQuery<Enrollment>(this, {
    key: () => ['enrollments', 'list', this.campaign.id, this.view],
    ask: async (session, page) => {
      const { state, steps } = this.view;
      return session.client.enrollments.list({
        ...page,
        campaignId: this.campaign.id,
        ...(state && { state }),
        ...(steps && { stepsSent: Number(steps) }),
      });
    },
  });
  readonly #count = new Query(this, {
    key: () => ['enrollments', 'count', this.campaign.id],
    ask: (session) => session.client.enrollments.count({ campaignId: this.campaign.id }),
  });

  #narrow(change: Partial<PeopleView>): void {
    this.tell('narrow', { ...this.view, ...change });
  }

  override render(): unknown {
    const groups = this.#count.value?.groups ?? [];
    const { format } = this.session;
    const total = (fits: (group: (typeof groups)[number]) => boolean): number =>
      groups.filter(fits).reduce((sum, { count }) => sum + count, 0);
    const { state, steps } = this.view;
    const atStep = (group: (typeof groups)[number]): boolean => !steps || group.stepsSent === Number(steps);
    const tabs = [
      { id: '', label: msg('All'), count: groups.length > 0 ? format.number(total(atStep)) : '' },
      ...states
        .map((id) => ({ id, count: total((group) => group.state === id && atStep(group)) }))
        // What nobody is in takes no room, unless it is what was asked for.
        .filter(({ id, count }) => count > 0 || id === state)
        .map(({ id, count }) => ({ id, label: enrollmentWord(id), count: format.number(count) })),
    ];
    return html`<div class="narrow">
        <x-tabs
          label=${msg('State')}
          .tabs=${tabs}
          selected=${state}
          @choose=${(event: CustomEvent<PeopleView['state']>) => this.#narrow({ state: event.detail })}
        ></x-tabs>
        <x-select
          size="small"
          hide-label
          label=${msg('Step')}
          .value=${steps}
          .options=${this.#steps((at) => total((group) => group.stepsSent === at && (!state || group.state === state)))}
          @change=${(event: Event) => this.#narrow({ steps: (event.target as Select).value })}
        ></x-select>
      </div>
      <div class="panel list">${this.#rows()}</div>`;
  }

  /** The steps to choose from, each with how many leads it was the last mail of. */
  #steps(countOf: (steps: number) => number): { value: string; label: string }[] {
    const { format } = this.session;
    const named = (at: number): string => {
      const [step, many] = [format.number(at), format.number(countOf(at))];
      return at === 0 ? msg(str`No mail yet (${many})`) : msg(str`After step ${step} (${many})`);
    };
    const known = [...new Array(this.campaign.steps.length + 1).keys()];
    return [{ value: '', label: msg('At any step') }, ...known.map((at) => ({ value: String(at), label: named(at) }))];
  }

  #rows(): TemplateResult {
    const { value, failure, items } = this.#list;
    if (!value)
      return failure
        ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>`
        : html`<x-skeleton shape="table" label=${msg('Loading')}></x-skeleton>`;
    if (items.length === 0) return this.#nobody();
    const { session, campaign } = this;
    const writes = session.can('campaign.launch');
    const shown = {
      session,
      steps: campaign.steps.length,
      steer: writes ? (act: SteerLead): void => this.tell('steer', act) : null,
    };
    return html`<x-table
      ?openable=${session.can('lead.read')}
      card-height="76"
      label=${msg('People')}
      question=${JSON.stringify(this.view)}
      .columns=${peopleColumns(shown)}
      .rows=${items}
      .card=${(row: Enrollment) => peopleCard(row, shown)}
      .rowName=${(row: Enrollment) => row.lead.name || row.lead.email}
      ?has-more=${this.#list.hasMore}
      @need-more=${() => void this.#list.more()}
      @open-row=${(event: CustomEvent<Enrollment>) => this.tell('open-lead', event.detail.lead)}
    ></x-table>`;
  }

  #nobody(): TemplateResult {
    const narrowed = this.view.state || this.view.steps;
    return narrowed
      ? html`<x-empty
          drawing="search"
          heading=${msg('Nobody is here')}
          text=${msg('No lead of this campaign stands there now.')}
          ><x-button @click=${() => this.#narrow({ state: '', steps: '' })}>${msg('Show everybody')}</x-button></x-empty
        >`
      : html`<x-empty
          drawing="people"
          heading=${msg('Nobody is in this campaign yet')}
          text=${msg('A launch adds the leads of the audience; a large one takes a moment.')}
        ></x-empty>`;
  }
}
