import type { TemplateResult } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';

/** What happened to a campaign, below its mails. Its code comes with the first campaign that has a history. */
export function campaignHistory(prefix: string, session: Session, id: string): TemplateResult {
  void import('../../operations/timeline/timeline.ts').then(
    ({ Timeline }) => defineElement(prefix, Timeline),
    () => undefined, // without a connection the campaign is still there to read
  );
  return html`<x-timeline
    class="history"
    .within=${true}
    .session=${session}
    noun="campaign"
    record-id=${id}
  ></x-timeline>`;
}
