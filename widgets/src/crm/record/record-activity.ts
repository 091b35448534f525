import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Tabs } from '../../kit/tabs.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { Timeline } from '../../operations/timeline/timeline.ts';

const changes = (noun: string): string[] =>
  ['created', 'updated', 'archived', 'restored', 'deleted', 'merged', 'unmerged', 'enriched'].map(
    (verb) => `${noun}.${verb}`,
  );

/** What a timeline can be narrowed to: names of events by what they are of. */
const groups = {
  mails: ['mail.sent', 'message.sent', 'message.received', 'delivery.failed', 'mail.bounced', 'mail.complained'],
  opens: ['mail.opened', 'mail.clicked'],
  replies: ['mail.replied', 'mail.unsubscribed', 'message.received'],
  notes: ['created', 'updated', 'archived', 'restored', 'deleted'].map((verb) => `note.${verb}`),
  tasks: ['created', 'updated', 'completed', 'reopened', 'archived', 'restored', 'deleted'].map(
    (verb) => `task.${verb}`,
  ),
  deals: ['created', 'updated', 'moved', 'won', 'lost', 'reopened', 'archived', 'restored', 'deleted'].map(
    (verb) => `deal.${verb}`,
  ),
  changes: [...changes('lead'), ...changes('company')],
} as const satisfies Record<string, readonly string[]>;
type Group = keyof typeof groups;

/** What happened to a record, all of it or one kind. */
export class RecordActivity extends PrefixedElement {
  static override tag = 'record-activity';
  static override uses = [Tabs, Timeline];
  static override styles = [
    widgetStyles,
    css`
      .of {
        margin-block-end: var(--_space-5);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) subject!: RecordSubject;
  @state() private group: Group | 'all' = 'all';

  #groups(): { id: Group | 'all'; label: string }[] {
    const ofMails =
      this.subject.noun === 'lead'
        ? [
            { id: 'mails' as const, label: msg('Mails') },
            { id: 'opens' as const, label: msg('Opens and clicks') },
            { id: 'replies' as const, label: msg('Replies') },
          ]
        : [];
    return [
      { id: 'all', label: msg('Everything') },
      ...ofMails,
      { id: 'notes', label: msg('Notes') },
      { id: 'tasks', label: msg('Tasks') },
      { id: 'deals', label: msg('Deals') },
      { id: 'changes', label: msg('Changes') },
    ];
  }

  override render(): unknown {
    const { subject, session, group } = this;
    return html`<x-tabs
        class="of"
        label=${msg('Kind')}
        selected=${group}
        .tabs=${this.#groups()}
        @choose=${(event: CustomEvent<Group | 'all'>) => (this.group = event.detail)}
      ></x-tabs>
      <x-timeline
        .within=${true}
        .bare=${true}
        .session=${session}
        .kinds=${group === 'all' ? null : groups[group]}
        noun=${subject.noun}
        record-id=${subject.id}
      ></x-timeline>`;
  }
}
