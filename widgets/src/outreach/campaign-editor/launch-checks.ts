import { msg } from '@lit/localize';
import type { Campaign, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { codeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { icon } from '../../kit/draw-icon.ts';
import { textIsWhole } from '../text-is-whole.ts';
import { mailboxSends } from '../mailbox-labels.ts';
import type { CampaignDraft } from './campaign-draft.ts';

type Blockers = Campaign['blockers'];

/** What is known besides what is written. */
export interface Known {
  /** Without them their health is not known. */
  mailboxes: readonly Mailbox[] | null;
  /** The platform could not read a text as it stands. */
  refused: boolean;
  /** What the platform says against a launch. */
  blockers: Blockers;
}

/** What must be there before a launch, each with whether it is. */
function launchChecks(draft: CampaignDraft, { mailboxes, refused }: Omit<Known, 'blockers'>): [boolean, string][] {
  return [
    [
      Boolean(draft.steps[0]?.subject.trim()) && draft.steps.every((step) => step.body.trim() !== ''),
      msg('Every mail has its words'),
    ],
    [
      !refused && draft.steps.every((step) => textIsWhole(step.subject) && textIsWhole(step.body)),
      msg('Every merge field and condition is complete'),
    ],
    [
      Boolean(draft.audience.filter || draft.audience.where || draft.audience.leadIds?.length),
      msg('An audience is chosen'),
    ],
    [
      draft.mailboxIds.some((id) => mailboxes?.some((box) => box.id === id && mailboxSends(box)) ?? true),
      msg('At least one mailbox sends'),
    ],
    [draft.schedule.from < draft.schedule.until, msg('The sending window is open')],
  ];
}

/** What the platform said against a launch and still holds, and an audience of nobody, which is known before it is saved. */
export function standingBlockers(said: Blockers, size: number | null): Blockers {
  return size !== 0 || reachesNobody(said)
    ? said
    : [...said, { path: 'audience', reason: 'empty_audience', message: '' }];
}
const reachesNobody = (blockers: Blockers): boolean => blockers.some(({ reason }) => reason === 'empty_audience');

/** Whether all is there that people see before a launch. */
export const isReady = (draft: CampaignDraft, known: Known): boolean =>
  !reachesNobody(known.blockers) && launchChecks(draft, known).every(([done]) => done);

/** The checklist; what only the platform knows is added once everything else is there. */
export function launchChecklist(draft: CampaignDraft, { blockers, ...rest }: Known): TemplateResult {
  const checks = launchChecks(draft, rest);
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
      ${known.map((blocker) => html`<li>${icon('warning')}<span>${codeWords(blocker.reason) ?? blocker.message}</span></li>`)}
    </ul>
  </section>`;
}
