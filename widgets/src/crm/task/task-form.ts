import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import type { Task } from '@tabard/contract/crm/task';
import { dueDay, dueTime, taskPriorities, taskTypes } from '@tabard/contract/crm/task-words';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Combobox } from '../../kit/combobox.ts';
import { DateField } from '../../kit/date-field.ts';
import { Select, type Option } from '../../kit/select.ts';
import { TextArea } from '../../kit/text-area.ts';
import { TimeField } from '../../kit/time-field.ts';
import { areaOf, nameOfSubject, subjectOf, subjectPicker } from './subject-picker.ts';
import {
  priorityWord,
  reminderWord,
  ruleWord,
  taskStatusWord,
  typeWord,
  usualReminders,
  usualRules,
} from './task-labels.ts';

type Values = Pick<
  Task,
  'title' | 'text' | 'type' | 'due' | 'priority' | 'assigneeId' | 'reminderMinutes' | 'recurrence'
> & { subject: RecordSubject | null };

/** What a new task begins with. */
export interface TaskPreset {
  due?: string;
  subject?: RecordSubject;
}

/**
 * One task in a drawer.
 *
 * @event check-task - It is to be completed, or opened again.
 * @event cancel-task - It is to be cancelled.
 * @event delete-task - It is to be deleted.
 * @event open-place - Somebody wants to go to what it is about; `detail` is its address.
 */
export class TaskForm extends RecordForm<Task, Values> {
  static override tag = 'task-form';
  static override uses = [...formParts, Combobox, DateField, Select, TextArea, TimeField];
  static override styles = [
    RecordForm.styles,
    css`
      .wrap {
        flex-wrap: wrap;
      }
    `,
  ];
  @property({ attribute: false }) preset: TaskPreset = {};
  protected override readonly permission = 'task.write';
  protected override readonly area = 'tasks';

  readonly #people = new Query(this, {
    key: () => (this.open ? ['taskPeople'] : null),
    ask: (session) => session.client.tasks.people({}),
  });

  /** What the record is called on whose page a new one is begun. */
  readonly #begun = new Query<string>(this, {
    key: () => {
      const subject = this.open && !this.record && this.preset.subject;
      return subject ? [areaOf(subject), 'name', subject.id] : null;
    },
    ask: ({ client }) => nameOfSubject(client, this.preset.subject!), // the key is asked for where there is one
  });

  protected override heading(): string {
    return this.record?.title ?? msg('New task');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add task');
  }

  /** What a field holds now, emptied ones too. */
  #now<K extends keyof Values>(field: K): Values[K] | undefined {
    if (Object.hasOwn(this.draft, field)) return this.draft[field];
    return (this.record as Partial<Values> | null)?.[field]; // a task has what its form writes, but for the subject
  }

  get #subject(): RecordSubject | null {
    if (this.draft.subject !== undefined) return this.draft.subject;
    return this.record ? subjectOf(this.record) : (this.preset.subject ?? null);
  }

  get #due(): string | null {
    return this.#now('due') ?? (this.record || Object.hasOwn(this.draft, 'due') ? null : (this.preset.due ?? null));
  }

  /** A new one is for whoever makes it, unless they say otherwise. */
  get #assignee(): string | null {
    if (this.record || Object.hasOwn(this.draft, 'assigneeId')) return this.#now('assigneeId') ?? null;
    return this.#people.value?.items.find(({ isYou }) => isYou)?.id ?? null;
  }

  protected override store(draft: Partial<Values>): Promise<Task> {
    const { tasks } = this.session.client;
    const text = draft.text === undefined ? {} : { text: draft.text?.trim() || null };
    if (this.record) return tasks.update({ ...draft, ...text, id: this.record.id });
    return tasks.create({
      ...draft,
      ...text,
      title: (draft.title ?? '').trim(),
      due: this.#due,
      assigneeId: this.#assignee,
      subject: this.#subject,
    });
  }

  protected override content(): unknown {
    const { writes } = this;
    return html`<form novalidate @submit=${this.save}>
      ${this.record ? this.#acts(this.record) : ''}
      ${this.text('title', { label: msg('What is to be done'), required: true, max: 200 })}
      <div class="pair">
        ${this.#choice(
          'type',
          msg('Type'),
          taskTypes.map((value) => ({ value, label: typeWord(value) })),
          this.#now('type') ?? 'todo',
        )}
        ${this.#choice(
          'priority',
          msg('Priority'),
          taskPriorities.map((value) => ({ value, label: priorityWord(value) })),
          this.#now('priority') ?? 'normal',
        )}
      </div>
      ${this.#when()}
      <div class="pair">
        ${this.#choice('assigneeId', msg('Assignee'), this.#assignees(), this.#assignee ?? '', msg('Nobody'))}
        ${subjectPicker({
          session: this.session,
          value: this.#subject,
          name: this.draft.subject === undefined ? (this.record?.subjectName ?? this.#begun.value ?? null) : null,
          error: this.problemOf('subject'),
          disabled: !writes,
          choose: (subject) => this.change({ subject }),
        })}
      </div>
      <div class="pair">${this.#repeats()} ${this.#reminds()}</div>
      <x-text-area
        label=${msg('Notes')}
        name="text"
        rows="4"
        maxlength="5000"
        .value=${this.#now('text') ?? ''}
        error=${this.problemOf('text')}
        ?disabled=${!writes}
        @input=${(event: Event) => this.change({ text: (event.target as TextArea).value })}
      ></x-text-area>
    </form>`;
  }

  #acts(task: Task): unknown {
    if (!this.writes) return html`<p class="caption">${taskStatusWord(task.status)}</p>`;
    const { subjectName } = task;
    const about = subjectOf(task);
    // Not while something is written: it would go with the form.
    const off = Object.keys(this.draft).length > 0;
    return html`<div class="row wrap">
      <x-button
        size="small"
        icon=${task.status === 'open' ? 'check' : 'undo'}
        ?disabled=${off}
        @click=${() => this.tell('check-task', task)}
        >${task.status === 'open' ? msg('Complete') : msg('Open again')}</x-button
      >
      ${
        task.status === 'open'
          ? html`<x-button size="small" ?disabled=${off} @click=${() => this.tell('cancel-task', task)}
              >${msg('Cancel task')}</x-button
            >`
          : ''
      }
      <x-button size="small" icon="trash" ?disabled=${off} @click=${() => this.tell('delete-task', task)}
        >${msg('Delete')}</x-button
      >
      ${
        about && subjectName
          ? html`<x-button
              size="small"
              variant="quiet"
              icon="next"
              ?disabled=${off}
              @click=${() => this.tell('open-place', `/${areaOf(about)}/${about.id}`)}
              >${subjectName}</x-button
            >`
          : ''
      }
    </div>`;
  }

  #when(): unknown {
    const due = this.#due;
    const [day, time] = due ? [dueDay(due), dueTime(due)] : ['', null];
    const put = (newDay: string, newTime: string | null): void =>
      this.change({ due: newDay ? (newTime ? `${newDay}T${newTime}` : newDay) : null });
    return html`<div class="pair">
      <x-date-field
        label=${msg('Due')}
        .value=${day}
        error=${this.problemOf('due')}
        ?disabled=${!this.writes}
        @change=${(event: Event) => put((event.target as DateField).value, time)}
      ></x-date-field>
      <x-time-field
        label=${msg('Time')}
        step="15"
        placeholder=${msg('All day')}
        .value=${time ?? ''}
        ?disabled=${!this.writes || !day}
        @change=${(event: Event) => put(day, (event.target as TimeField).value || null)}
      ></x-time-field>
    </div>`;
  }

  #assignees(): Option[] {
    const known = (this.#people.value?.items ?? []).map(({ id, name, isYou }) => ({
      value: id,
      label: isYou ? `${name} (${msg('you')})` : name,
    }));
    const { assigneeId, assigneeName } = this.record ?? {};
    return assigneeId && !known.some(({ value }) => value === assigneeId)
      ? [...known, { value: assigneeId, label: assigneeName ?? msg('Somebody who left') }]
      : known;
  }

  #repeats(): unknown {
    const rule = this.#now('recurrence') ?? '';
    const rules: string[] = [...usualRules];
    if (rule && !rules.includes(rule)) rules.push(rule);
    const options = rules.map((value) => ({ value, label: ruleWord(value) }));
    return this.#choice('recurrence', msg('Repeats'), options, rule, msg('Never'));
  }

  #reminds(): unknown {
    const minutes = this.#now('reminderMinutes');
    const all: number[] = [...usualReminders];
    if (typeof minutes === 'number' && !all.includes(minutes)) all.push(minutes);
    const options = all.map((value) => ({ value: String(value), label: reminderWord(value, this.session.format) }));
    return html`<x-select
      label=${msg('Reminder by mail')}
      name="reminderMinutes"
      placeholder=${msg('None')}
      .options=${options}
      .value=${typeof minutes === 'number' ? String(minutes) : ''}
      error=${this.problemOf('reminderMinutes')}
      ?disabled=${!this.writes || !this.#due}
      @change=${(event: Event) => {
        const { value } = event.target as Select;
        this.change({ reminderMinutes: value === '' ? null : Number(value) });
      }}
    ></x-select>`;
  }

  #choice(
    field: 'type' | 'priority' | 'assigneeId' | 'recurrence',
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
