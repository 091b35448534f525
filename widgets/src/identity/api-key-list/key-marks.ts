import { msg, str } from '@lit/localize';
import type { ApiKey } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';

/** How a key stands, in a word or two. */
export function keyMark({ state, revokedAt, secrets }: ApiKey): TemplateResult {
  if (revokedAt) return badgeMark(msg('Revoked'), 'neutral', true);
  if (state === 'ended') return badgeMark(msg('Expired'), 'warning', true);
  return secrets.length > 1
    ? badgeMark(msg('Two secrets work'), 'info', true)
    : badgeMark(msg('Active'), 'success', true);
}

/** When it, or its old secret, ended or is going to; empty where nothing is known to end. */
export function keyEnd({ state, revokedAt, expiresAt, secrets }: ApiKey, format: Session['format']): string {
  if (revokedAt) return format.relative(revokedAt);
  if (state === 'ended') return expiresAt ? format.date(expiresAt) : '';
  const old = secrets.find(({ endsAt }) => endsAt !== null);
  if (old?.endsAt) return msg(str`…${old.hint} until ${format.dateTime(old.endsAt)}`);
  return expiresAt ? msg(str`Ends ${format.date(expiresAt)}`) : '';
}

/** When it was last used, and from where. */
export function keyUse({ lastUsedAt, lastUsedFrom }: ApiKey, format: Session['format']): TemplateResult {
  if (!lastUsedAt) return html`<span class="muted">${msg('Not yet')}</span>`;
  return html`<span class="two"
    ><span title=${format.dateTime(lastUsedAt)}>${format.relative(lastUsedAt)}</span
    >${lastUsedFrom ? html`<span class="caption num cut" dir="ltr">${lastUsedFrom}</span>` : ''}</span
  >`;
}
