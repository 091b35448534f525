import { msg, str } from '@lit/localize';
import type { Invitation } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';

/** How an invitation stands, in one word. */
export function invitationMark({ state, mail }: Invitation): TemplateResult {
  if (state === 'expired') return badgeMark(msg('Expired'), 'warning', true);
  if (mail?.state === 'failed') return badgeMark(msg('Not delivered'), 'danger', true);
  if (mail?.state === 'unset') return badgeMark(msg('Not mailed'), 'warning', true);
  if (mail?.state === 'waiting') return badgeMark(msg('Being sent'), 'info', true);
  return badgeMark(msg('Mailed'), 'success', true);
}

/** What there is to know besides: why the mail did not arrive, or for how long the invitation is good. */
export function invitationNote({ state, mail, expiresAt }: Invitation, format: Session['format']): TemplateResult {
  if (state === 'expired') return html`<span class="caption">${msg('Send it again to renew it.')}</span>`;
  if (mail?.problem)
    return html`<span class="caption wrong cut" title=${mail.problem} dir="auto">${mail.problem}</span>`;
  if (mail?.state === 'unset') return html`<span class="caption">${msg('Hand the link over yourself.')}</span>`;
  return html`<span class="caption">${msg(str`Good until ${format.date(expiresAt)}`)}</span>`;
}

/** Who was invited, by whom and when. */
export function invited({ email, invitedBy, createdAt }: Invitation, format: Session['format']): TemplateResult {
  const when = format.relative(createdAt);
  return html`<span class="strong cut">${email}</span
    ><span class="caption"
      >${invitedBy ? msg(str`Invited by ${invitedBy}, ${when}`) : msg(str`Invited ${when}`)}</span
    >`;
}
