import type { TimelineNoun } from '@tabard/contract';
import { css, type CSSResultGroup, type PropertyValues } from 'lit';
import { defineElement } from '../base/define-element.ts';
import { toFailure } from '../base/failure.ts';
import { html } from '../base/html.ts';
import { RecordForm } from '../core/record-form.ts';
import type { Archivable } from '../core/record-list.ts';

/**
 * The base of forms that show below their fields what happened to the record. That is code of its own, fetched when somebody
 * looks at one.
 */
export abstract class HistoryForm<T extends Archivable, V extends object> extends RecordForm<T, V> {
  static override styles: CSSResultGroup = [
    RecordForm.styles,
    css`
      .timeline {
        min-block-size: 0;
        margin-block-start: var(--_space-5);
        border-block-start: 1px solid var(--_border);
        padding-block-start: var(--_space-5);
      }
    `,
  ];
  /** Whose history it is. */
  protected abstract readonly noun: TimelineNoun;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.open || !this.record || !(changed.has('open') || changed.has('record'))) return;
    void import('./timeline/timeline.ts').then(
      ({ Timeline }) => defineElement(this.tagPrefix, Timeline),
      (error: unknown) => this.session.report(toFailure(error)),
    );
  }

  protected history(): unknown {
    const { record, session } = this;
    return this.open && record
      ? html`<x-timeline
          class="timeline"
          .within=${true}
          .session=${session}
          noun=${this.noun}
          record-id=${record.id}
        ></x-timeline>`
      : '';
  }
}
