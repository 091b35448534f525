import { msg } from '@lit/localize';
import type { Campaign, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { icon } from '../../kit/draw-icon.ts';
import { mailboxSends } from '../mailbox-labels.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** What must be there before a launch, each with whether it is. Without `mailboxes` their health is not known. */
export function launchChecks(draft: CampaignDraft, mailboxes: readonly Mailbox[] | null): [boolean, string][] {
  return [
    [
      Boolean(draft.steps[0]?.subject.trim()) && draft.steps.every((step) => step.body.trim() !== ''),
      msg('Every mail has its words'),
    ],
    [Boolean(draft.audience.filter || draft.audience.leadIds?.length), msg('An audience is chosen')],
    [
      draft.mailboxIds.some((id) => mailboxes?.some((box) => box.id === id && mailboxSends(box)) ?? true),
      msg('At least one mailbox sends'),
    ],
    [draft.schedule.from < draft.schedule.until, msg('The sending window is open')],
  ];
}

/** The checklist; what only the platform knows is added once everything else is there. */
export function launchChecklist(
  draft: CampaignDraft,
  blockers: Campaign['blockers'],
  mailboxes: readonly Mailbox[] | null,
): TemplateResult {
  const checks = launchChecks(draft, mailboxes);
  const known = checks.every(([done]) => done) ? blockers : [];
  return html`<section class="panel card">
    <h2>${msg('Before launch')}</h2>
    <ul class="checks">
      ${checks.map(
        ([done, words]) =>
          html`<li class=${done ? 'done' : ''}>
            ${icon(done ? 'check' : 'minus')}<span
              >${words}<span class="visually-hidden">: ${done ? msg('done') : msg('missing')}</span></span
            >
          </li>`,
      )}
      ${known.map((blocker) => html`<li>${icon('warning')}<span>${blocker.message}</span></li>`)}
    </ul>
  </section>`;
}
