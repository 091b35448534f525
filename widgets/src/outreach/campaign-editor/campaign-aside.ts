import { msg } from '@lit/localize';
import type { Campaign, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { WhyNotNow } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import type { CampaignDraft } from './campaign-draft.ts';
import { campaignRules } from './campaign-rules.ts';
import { launchChecklist } from './launch-checks.ts';
import { mailboxChoice } from './mailbox-choice.ts';
import { whyNotNow } from './why-not-now.ts';

export interface CampaignAsideInput {
  session: Session;
  draft: CampaignDraft;
  campaign: Campaign | null;
  locked: boolean;
  /** What the platform says stands in the way of a launch. */
  blockers: Campaign['blockers'];
  /** Steps that the platform could not read are still there. */
  refused: boolean;
  mailboxes: readonly Mailbox[] | null;
  reasons: readonly WhyNotNow[];
  /** Shows what depends on the mailboxes, or why they are not there. */
  withMailboxes: (content: (items: readonly Mailbox[]) => TemplateResult) => unknown;
  edit: (change: Partial<CampaignDraft>) => void;
}

/** What stands beside the mails: who gets them, from which mailboxes, when, and by which rules. */
export function campaignAside(given: CampaignAsideInput): TemplateResult {
  const { session, draft, campaign, locked, edit } = given;
  const card = (heading: string, content: unknown): TemplateResult =>
    html`<section class="panel card">
      <h2>${heading}</h2>
      ${content}
    </section>`;
  return html`<div class="aside">
    ${campaign?.launchedAt ? whyNotNow(given.reasons, session.format) : launchChecklist(draft, given)}
    ${card(
      msg('Audience'),
      html`<x-audience-picker
        .session=${session}
        .audience=${draft.audience}
        ?locked=${locked || Boolean(campaign?.launchedAt)}
        @edit=${(event: CustomEvent<CampaignDraft['audience']>) => edit({ audience: event.detail })}
      ></x-audience-picker>`,
    )}
    ${card(
      msg('Mailboxes'),
      given.withMailboxes((items) =>
        mailboxChoice({
          items,
          chosen: draft.mailboxIds,
          locked,
          format: session.format,
          edit: (mailboxIds) => edit({ mailboxIds }),
        }),
      ),
    )}
    ${card(
      msg('Schedule'),
      html`<x-schedule-fields
        .schedule=${draft.schedule}
        locale=${session.locale}
        ?locked=${locked}
        @edit=${(event: CustomEvent<CampaignDraft['schedule']>) => edit({ schedule: event.detail })}
      ></x-schedule-fields>`,
    )}
    ${card(msg('Rules'), campaignRules(draft, locked, edit))}
  </div>`;
}
