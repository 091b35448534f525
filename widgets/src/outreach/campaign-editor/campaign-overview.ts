import { msg } from '@lit/localize';
import type { Campaign, Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { WhyNotNow } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import { mailboxSends, mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { campaignFigures } from './campaign-figures.ts';
import { campaignHistory } from './campaign-history.ts';
import { campaignProblems, problemsOf } from './campaign-problems.ts';
import type { CampaignTab } from './campaign-tabs.ts';
import { whyNotNow } from './why-not-now.ts';

interface CampaignOverviewInput {
  prefix: string;
  session: Session;
  campaign: Campaign;
  reasons: readonly WhyNotNow[];
  mailboxes: readonly Mailbox[];
  open: (tab: CampaignTab) => void;
}

/** A launched campaign at a glance: what is wrong first, then what it brought, what happens next, and what happened. */
export function campaignOverview(given: CampaignOverviewInput): TemplateResult {
  const { prefix, session, campaign, reasons, open } = given;
  const next = campaign.state === 'completed' ? '' : html`<div slot="next">${whyNotNow(reasons, session.format)}</div>`;
  return html`${campaignProblems(problemsOf(campaign, reasons, session.format), open)}
    ${campaignFigures({ prefix, session, campaign, next })}
    <div class="below">${campaignHistory(prefix, session, campaign.id)} ${sendersToday(given)}</div>`;
}

/** The mailboxes of the campaign: how each is and what it sent today of what it may. */
function sendersToday({ campaign, mailboxes, session: { format } }: CampaignOverviewInput): TemplateResult | '' {
  const chosen = mailboxes.filter(({ id }) => campaign.mailboxIds.includes(id));
  if (chosen.length === 0 || campaign.state === 'completed') return '';
  return html`<section class="panel card">
    <h2>${msg('Mailboxes')}</h2>
    <ul class="boxes">
      ${chosen.map(
        (box) =>
          html`<li>
            <span class="cut">${box.address}</span>${
              mailboxSends(box)
                ? html`<span class="caption num" title=${msg('Sent today')}
                    >${format.number(box.sentToday)} / ${format.number(box.dailyCap)}</span
                  >`
                : html`<x-badge dot tone=${mailboxTones[box.state]}>${mailboxWord(box.state)}</x-badge>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}
