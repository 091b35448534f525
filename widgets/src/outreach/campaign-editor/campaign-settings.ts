import { msg } from '@lit/localize';
import type { Campaign, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import type { CampaignDraft, FieldErrors } from './campaign-draft.ts';
import { campaignRules } from './campaign-rules.ts';
import { mailboxChoice } from './mailbox-choice.ts';

export interface CampaignSettingsInput {
  session: Session;
  draft: CampaignDraft;
  campaign: Campaign | null;
  locked: boolean;
  errors: FieldErrors;
  /** Shows what depends on the mailboxes, or why they are not there. */
  withMailboxes: (content: (items: readonly Mailbox[]) => TemplateResult) => unknown;
  edit: (change: Partial<CampaignDraft>) => void;
  chooseMailboxes: (ids: string[]) => void;
}

/** Who gets the mails, from which mailboxes, when, and by which rules: a card for each. */
export function campaignSettings(given: CampaignSettingsInput): TemplateResult {
  const { session, draft, campaign, locked, errors, edit, chooseMailboxes } = given;
  const card = (heading: string, content: unknown, error = ''): TemplateResult =>
    html`<section class="panel card ${error && 'wrong'}">
      <h2>${heading}</h2>
      ${content}${error && html`<p class="error" role="alert">${error}</p>`}
    </section>`;
  return html`${card(
    msg('Audience'),
    html`<x-audience-picker
      .session=${session}
      .audience=${draft.audience}
      ?locked=${locked || Boolean(campaign?.launchedAt)}
      @edit=${(event: CustomEvent<CampaignDraft['audience']>) => edit({ audience: event.detail })}
    ></x-audience-picker>`,
    errors['audience'],
  )}
  ${card(
    msg('Mailboxes'),
    given.withMailboxes((items) =>
      mailboxChoice({ items, chosen: draft.mailboxIds, locked, format: session.format, edit: chooseMailboxes }),
    ),
    errors['mailboxIds'],
  )}
  ${card(
    msg('Schedule'),
    html`<x-schedule-fields
      .schedule=${draft.schedule}
      .errors=${errors}
      locale=${session.locale}
      ?locked=${locked}
      @edit=${(event: CustomEvent<CampaignDraft['schedule']>) => edit({ schedule: event.detail })}
    ></x-schedule-fields>`,
  )}
  ${card(msg('Rules'), campaignRules(draft, locked, edit))}`;
}
