import { msg } from '@lit/localize';
import {
  activityDirections,
  activityKinds,
  callOutcomes,
  type ActivityKind,
} from '@tabard/contract/crm/activity-words';
import type { LoggedActivity } from '@tabard/contract/crm/logged-activity';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { DateField } from '../../kit/date-field.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select, type Option } from '../../kit/select.ts';
import { TextArea } from '../../kit/text-area.ts';
import { TimeField } from '../../kit/time-field.ts';
import { atWall, wallOf } from '../task/wall-clock.ts';
import { activityWord, directionWord, outcomeWord } from './activity-labels.ts';

type Values = Pick<LoggedActivity, 'kind' | 'direction' | 'outcome' | 'minutes' | 'text'> & {
  day: string;
  time: string;
};

/** One activity in a drawer: what it was, when, how long, and what was said. */
export class ActivityForm extends RecordForm<LoggedActivity, Values> {
  static override tag = 'activity-form';
  static override uses = [...formParts, DateField, NumberField, Select, TextArea, TimeField];
  /** What a new one is about. */
  @property({ attribute: false }) subject!: RecordSubject;
  protected override readonly permission = 'activity.write';
  protected override readonly area = 'loggedActivities';

  protected override heading(): string {
    return this.record ? activityWord(this.record.kind) : msg('Log an activity');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Log it');
  }

  get #kind(): ActivityKind {
    return this.held('kind') ?? 'call';
  }

  /** When it happened, by the workspace's clock; a new one just now. */
  get #when(): { day: string; time: string } {
    const known = wallOf(this.record?.happenedAt ?? new Date().toISOString(), this.session.timeZone);
    return { day: this.draft.day ?? known.day, time: this.draft.time ?? known.time };
  }

  protected override store(draft: Partial<Values>): Promise<LoggedActivity> {
    const { loggedActivities } = this.session.client;
    const kind = this.#kind;
    const { day, time } = this.#when;
    const isMoved = draft.day !== undefined || draft.time !== undefined || !this.record;
    const values = {
      kind,
      direction: kind === 'call' || kind === 'mail' ? (this.held('direction') ?? 'outgoing') : null,
      outcome: kind === 'call' ? (this.held('outcome') ?? null) : null,
      minutes: kind === 'mail' ? null : (this.held('minutes') ?? null),
      ...(draft.text !== undefined && { text: draft.text?.trim() || null }),
    };
    const happenedAt = atWall(day, time, this.session.timeZone);
    return this.record
      ? loggedActivities.update({ id: this.record.id, ...values, ...(isMoved && { happenedAt }) })
      : loggedActivities.create({ subject: this.subject, ...values, happenedAt });
  }

  protected override content(): unknown {
    const kind = this.#kind;
    const { day, time } = this.#when;
    return html`<form novalidate @submit=${this.save}>
      ${this.#choice('kind', msg('What it was'), optionsOf(activityKinds, activityWord), kind)}
      <div class="pair">
        <x-date-field
          label=${msg('Day')}
          required
          .value=${day}
          error=${this.problemOf('happenedAt')}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ day: (event.target as DateField).value })}
        ></x-date-field>
        <x-time-field
          label=${msg('Time')}
          required
          step="15"
          .value=${time}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ time: (event.target as TimeField).value })}
        ></x-time-field>
      </div>
      ${
        kind === 'call' || kind === 'mail'
          ? this.#choice(
              'direction',
              msg('Direction'),
              optionsOf(activityDirections, directionWord),
              this.held('direction') ?? 'outgoing',
            )
          : ''
      }
      ${kind === 'call' ? this.#choice('outcome', msg('Outcome'), optionsOf(callOutcomes, outcomeWord), this.held('outcome') ?? '', msg('Not said')) : ''}
      ${kind === 'mail' ? '' : this.#length()}
      <x-text-area
        label=${msg('What was said')}
        rows="5"
        maxlength="10000"
        .value=${this.held('text') ?? ''}
        error=${this.problemOf('text')}
        ?disabled=${!this.writes}
        @input=${(event: Event) => this.change({ text: (event.target as TextArea).value })}
      ></x-text-area>
    </form>`;
  }

  #length(): unknown {
    const minutes = this.held('minutes');
    return html`<x-number-field
      label=${msg('Length in minutes')}
      min="0"
      max="1440"
      .value=${String(minutes ?? '')}
      error=${this.problemOf('minutes')}
      ?disabled=${!this.writes}
      @change=${(event: Event) => {
        const { value } = event.target as NumberField;
        this.change({ minutes: value === '' ? null : Math.round(Number(value)) });
      }}
    ></x-number-field>`;
  }

  #choice(
    field: 'kind' | 'direction' | 'outcome',
    label: string,
    options: readonly Option[],
    value: string,
    placeholder = '',
  ): unknown {
    return html`<x-select
      label=${label}
      name=${field}
      placeholder=${placeholder}
      .options=${options}
      .value=${value}
      error=${this.problemOf(field)}
      ?disabled=${!this.writes}
      @change=${(event: Event) => this.change({ [field]: (event.target as Select).value || null })}
    ></x-select>`;
  }
}

const optionsOf = <V extends string>(values: readonly V[], word: (value: V) => string): Option[] =>
  values.map((value) => ({ value, label: word(value) }));
