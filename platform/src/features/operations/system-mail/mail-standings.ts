import type { Uuid } from '@tabard/contract';
import type { App } from '#kernel';
import { mailScope, type MailHome } from './queue-system-mail.ts';

/** What became of the last mail about something. `unset`: it waits, and nothing says how it could be sent. */
export interface MailStanding {
  state: 'waiting' | 'sent' | 'failed' | 'unset';
  problem: string | null;
}

interface StandingRow {
  subject_id: Uuid;
  state: 'waiting' | 'sent' | 'failed';
  problem: string | null;
}

/** What became of the last mail about each of these. */
export async function mailStandings(
  app: App,
  home: MailHome,
  subjectIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, MailStanding>> {
  const rows = await app.database.read<StandingRow>(
    mailScope(home),
    `select distinct on (subject_id) subject_id, state, problem from system_mail
      where workspace_id = $1 and subject_id = any($2) order by subject_id, id desc`,
    [mailScope(home), subjectIds],
  );
  return new Map(
    rows.map(({ subject_id, state, problem }) => [
      subject_id,
      { state: state === 'waiting' && !app.config.systemMail.server ? 'unset' : state, problem },
    ]),
  );
}

/** What a new mail begins with. */
export const newMailStanding = (app: App): MailStanding => ({
  state: app.config.systemMail.server ? 'waiting' : 'unset',
  problem: null,
});
