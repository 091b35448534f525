import { msg } from '@lit/localize';
import type { LoggedActivity } from '@tabard/contract/crm/logged-activity';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { icon } from '../../kit/draw-icon.ts';
import { Menu } from '../../kit/menu.ts';
import { plainText } from '../note/note-text.ts';
import { noteStyles } from '../note/note.styles.ts';
import { SubjectPanel } from '../record/subject-panel.ts';
import { ActivityForm } from './activity-form.ts';
import { activityIcons, activityWord, directionWord, minutesWord, outcomeWord } from './activity-labels.ts';

/**
 * Calls, meetings and mails elsewhere with a lead, with a company or about a deal: write one down, change it, delete it with the way back.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export class RecordActivities extends SubjectPanel {
  static override tag = 'record-activities';
  static override uses = [...SubjectPanel.uses, ActivityForm, Menu];
  static override styles = [SubjectPanel.styles, badgeMarkStyles, noteStyles];
  protected override readonly area = 'loggedActivities';
  /** The one in the drawer; null is one that is still to be written down. */
  @state() private opened: LoggedActivity | null | undefined;

  readonly #list = new ListQuery<LoggedActivity>(this, {
    key: () => (this.subject ? ['loggedActivities', 'of', this.subject.id] : null),
    ask: ({ client }, page) => client.loggedActivities.list({ ...page, subject: this.subject }),
    limit: 25,
  });

  get #writes(): boolean {
    return this.session.can('activity.write');
  }

  #act(activity: LoggedActivity, what: string): void {
    const { loggedActivities } = this.session.client;
    if (what === 'edit') this.opened = activity;
    if (what === 'delete')
      void this.withUndo(
        msg('Activity deleted'),
        () => loggedActivities.archive({ ids: [activity.id] }),
        () => loggedActivities.restore({ ids: [activity.id] }),
      );
  }

  protected override content(): unknown {
    const add = this.#writes
      ? html`<div>
          <x-button icon="phone" @click=${() => (this.opened = null)}>${msg('Log a call')}</x-button>
        </div>`
      : '';
    return html`${add}
    ${listStates(
      this.#list,
      (items) =>
        html`<ul aria-label=${msg('Calls and meetings')}>
          ${items.map((activity) => this.#entry(activity))}
        </ul>`,
      () =>
        html`<x-empty
          drawing="people"
          heading=${msg('No calls or meetings yet')}
          text=${msg('Write down what was said and what came of it, so that everybody knows.')}
        ></x-empty>`,
    )}
    ${
      this.opened === undefined
        ? ''
        : html`<x-activity-form
            .session=${this.session}
            .subject=${this.subject}
            .record=${this.opened}
            open
            @close=${() => (this.opened = undefined)}
            @saved=${() => (this.opened = undefined)}
          ></x-activity-form>`
    }`;
  }

  #entry(activity: LoggedActivity): unknown {
    const { format } = this.session;
    const { direction, outcome, minutes } = activity;
    const facts = [
      direction && directionWord(direction),
      typeof minutes === 'number' && minutesWord(minutes, format),
      activity.authorName,
    ].filter(Boolean);
    return html`<li class="entry">
      <span class="mark" aria-hidden="true">${icon(activityIcons[activity.kind])}</span>
      <div class="head">
        <span class="strong">${activityWord(activity.kind)}</span>
        <time class="caption" datetime=${activity.happenedAt} title=${format.dateTime(activity.happenedAt)}
          >${format.relative(activity.happenedAt)}</time
        >
        ${outcome ? badgeMark(outcomeWord(outcome), outcome === 'reached' ? 'success' : 'neutral') : ''}
        <span class="caption">${facts.join(' · ')}</span>
      </div>
      ${
        this.#writes && activity.canChange
          ? html`<x-menu
              icon="more"
              size="small"
              label=${msg('What to do with this activity')}
              .items=${[
                { id: 'edit', label: msg('Edit'), icon: 'edit' },
                { id: 'delete', label: msg('Delete'), icon: 'trash', danger: true },
              ]}
              @choose=${(event: CustomEvent<string>) => this.#act(activity, event.detail)}
            ></x-menu>`
          : html`<span></span>`
      }
      <div class="said">${plainText(activity.text ?? '')}</div>
    </li>`;
  }
}
