import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { avatarMark, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';
import { lifecycleWord } from '../lead-words.ts';
import { tagMarks, type TagColors } from '../tag-colors.ts';

/** What can be done with a lead from its page. */
export type LeadAct =
  | 'enroll'
  | 'add_to_list'
  | 'remove_from_list'
  | 'add_tags'
  | 'remove_tags'
  | 'archive'
  | 'restore'
  | 'delete'
  | 'suppress'
  | `primary:${string}`;

interface Head {
  lead: Lead;
  session: Session;
  colors: TagColors;
  go: (path: string) => void;
  act: (act: LeadAct) => void;
}

/** Who it is, how it stands, and what can be done. */
export function leadHead({ lead, session, colors, go, act }: Head): TemplateResult {
  const name = nameOf(lead);
  const { format } = session;
  const { companyId, company, mails } = lead;
  return html`<header class="head">
    ${avatarMark(initialsOf(name))}
    <div class="who">
      <h1>${name}</h1>
      <div class="muted">
        ${lead.title ?? ''}${lead.title && company ? ' · ' : ''}${
          companyId && session.can('company.read')
            ? html`<button class="to" type="button" @click=${() => go(`/companies/${companyId}`)}>${company}</button>`
            : (company ?? '')
        }${!lead.title && !company ? html`<bdi>${lead.email}</bdi>` : ''}
      </div>
      <div class="marks">
        ${badgeMark(statusWord(lead.status), statusTones[lead.status], true)}
        ${lead.lifecycle ? badgeMark(lifecycleWord(lead.lifecycle), 'accent') : ''}
        ${lead.score === null ? '' : badgeMark(`${msg('Score')} ${format.number(lead.score)}`, 'neutral')}
        ${tagMarks(lead.tags, colors.toneOf, 6)}
        ${lead.ownerId ? html`<span class="caption">${msg('Owner')}: ${lead.ownerName ?? msg('Somebody who left')}</span>` : ''}
      </div>
      ${
        mails.sent > 0
          ? html`<div class="figures caption num">
              <span>${msg(str`${format.number(mails.sent)} sent`)}</span>
              <span>${msg(str`${format.number(mails.opened)} opened`)}</span>
              <span>${msg(str`${format.number(mails.clicked)} clicked`)}</span>
              <span>${msg(str`${format.number(mails.replied)} replied`)}</span>
              ${
                mails.lastContactedAt
                  ? html`<span title=${format.dateTime(mails.lastContactedAt)}
                      >${msg('Last contacted')} ${format.relative(mails.lastContactedAt)}</span
                    >`
                  : ''
              }
              ${
                mails.lastRepliedAt
                  ? html`<span title=${format.dateTime(mails.lastRepliedAt)}
                      >${msg('Last replied')} ${format.relative(mails.lastRepliedAt)}</span
                    >`
                  : ''
              }
            </div>`
          : ''
      }
    </div>
    ${acts(lead, session, act)}
  </header>`;
}

function acts(lead: Lead, session: Session, act: (act: LeadAct) => void): TemplateResult | '' {
  const writes = session.can('lead.write');
  if (lead.archivedAt)
    return writes
      ? html`<div class="acts">
          ${lead.mergedIntoId ? '' : html`<x-button icon="refresh" @click=${() => act('restore')}>${msg('Restore')}</x-button>`}
          ${session.can('lead.delete') && !lead.mergedIntoId ? html`<x-button icon="trash" @click=${() => act('delete')}>${msg('Delete for good')}</x-button>` : ''}
        </div>`
      : '';
  const enrolls = writes && session.can('campaign.read') && session.can('campaign.launch');
  const items = actions(lead, session);
  return html`<div class="acts">
    ${enrolls ? html`<x-button variant="primary" icon="send" @click=${() => act('enroll')}>${msg('Add to a campaign')}</x-button>` : ''}
    ${
      items.length > 0
        ? html`<x-menu variant="secondary" .items=${items} @choose=${(event: CustomEvent<LeadAct>) => act(event.detail)}
            >${msg('Actions')}</x-menu
          >`
        : ''
    }
  </div>`;
}

const deletion = (): MenuItem => ({ id: 'delete', label: msg('Delete for good'), icon: 'trash', danger: true });

function actions(lead: Lead, session: Session): MenuItem[] {
  if (!session.can('lead.write')) return [];
  const lists: MenuItem[] = [
    { id: 'add_to_list', label: msg('Add to a list'), icon: 'bullets', divided: true },
    { id: 'remove_from_list', label: msg('Remove from a list'), icon: 'minus', disabled: lead.lists.length === 0 },
  ];
  return [
    { id: 'add_tags', label: msg('Add tags'), icon: 'plus' },
    { id: 'remove_tags', label: msg('Remove tags'), icon: 'minus', disabled: lead.tags.length === 0 },
    ...(session.can('list.read') && session.can('list.write') ? lists : []),
    ...(lead.emails.length > 0
      ? [
          {
            id: 'primary',
            label: msg('Write to another address'),
            icon: 'mail' as const,
            divided: true,
            items: lead.emails.map(({ email }) => ({ id: `primary:${email}`, label: email })),
          },
        ]
      : []),
    ...(session.can('suppression.write')
      ? [
          {
            id: 'suppress',
            label: msg('Never write to this address'),
            icon: 'minus' as const,
            divided: true,
            danger: true,
          },
        ]
      : []),
    { id: 'archive', label: msg('Archive'), icon: 'archive', divided: true },
    ...(session.can('lead.delete') ? [deletion()] : []),
  ];
}
