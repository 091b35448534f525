import { msg } from '@lit/localize';
import type { AuditLogEntry } from '@tabard/contract';
import { html } from '../../base/html.ts';
import type { TemplateResult } from 'lit';

/** What actions are about, by the first part of their names. */
export const areaWords = (): Readonly<Record<string, string>> => ({
  leads: msg('Leads'),
  leadImports: msg('Imports'),
  leadExports: msg('Exports'),
  customFields: msg('Custom fields'),
  campaigns: msg('Campaigns'),
  enrollments: msg('Leads in campaigns'),
  conversations: msg('Conversations'),
  deliveries: msg('Mails'),
  templates: msg('Templates'),
  mailboxes: msg('Mailboxes'),
  suppressions: msg('Suppressions'),
  members: msg('Members'),
  invitations: msg('Invitations'),
  apiKeys: msg('API keys'),
  embedSessions: msg('Embedded pages'),
  hostedPages: msg('Hosted pages'),
  embedConfigurations: msg('Configuration of elements'),
  sessions: msg('Sign-ins'),
  workspaces: msg('Workspaces'),
  organizations: msg('Organizations'),
});

const verbWords = (): Readonly<Record<string, string>> => ({
  create: msg('Created'),
  update: msg('Changed'),
  archive: msg('Archived'),
  restore: msg('Restored'),
  remove: msg('Removed'),
  revoke: msg('Revoked'),
  rotate: msg('New secret'),
  use: msg('Used'),
  launch: msg('Launched'),
  pause: msg('Paused'),
  resume: msg('Resumed'),
  complete: msg('Ended'),
  skip: msg('Skipped'),
  stop: msg('Stopped'),
  start: msg('Started'),
  cancel: msg('Cancelled'),
  reply: msg('Answered'),
  mark: msg('Marked'),
  reopen: msg('Reopened'),
  decide: msg('Decided'),
  resend: msg('Sent again'),
  createLink: msg('Link made'),
  updateForOrganization: msg('Changed for the organization'),
  signIn: msg('Signed in'),
  signOut: msg('Signed out'),
  move: msg('Moved'),
  suspend: msg('Suspended'),
  export: msg('Exported'),
  download: msg('Downloaded'),
  import: msg('Imported'),
});

/** An action in words: what it was about, and what was done. What has no words yet goes by its name. */
export function actionWords(action: string): string {
  const [area = '', verb = ''] = action.split('.');
  const [noun, act] = [areaWords()[area], verbWords()[verb]];
  return noun && act ? `${noun}: ${act}` : action;
}

type Actor = NonNullable<AuditLogEntry['actor']>;

/** The kinds of those who act. */
export const actorKindWords = (): Readonly<Record<Actor['kind'], string>> => ({
  user: msg('Person'),
  api_key: msg('API key'),
  embed_session: msg('Embedded page'),
  job: msg('Automatic'),
});

/** Who acted, by the name that is known now. */
export function actorName(actor: AuditLogEntry['actor']): string {
  if (!actor) return msg('Nobody signed in');
  if (actor.name) return actor.name;
  return actor.kind === 'job' ? msg('Done automatically') : msg('No longer known');
}

/** A value as it was kept; what was left out says so. */
export function valueView(value: unknown): TemplateResult {
  if (value === null || value === undefined || value === '') return html`<span class="muted">–</span>`;
  if (value === '[redacted]') return html`<span class="muted">${msg('not kept')}</span>`;
  return html`<code lang="zxx">${typeof value === 'string' ? value : JSON.stringify(value)}</code>`;
}
