import type { ConversationSummary, Uuid } from '@tabard/contract';
import { pauseEnrollments } from '#features/outreach/enrollment';
import type { WriteScope } from '#kernel';
import type { MailDigest } from './digest-mail.ts';

export type Question = NonNullable<ConversationSummary['question']>;

/**
 * What a person has to decide about a mail; null when it is clear what follows from it. `isTheirs` says that it is the word of the one
 * we wrote to: anybody can put anybody's address into a form, or pass on a mail of ours.
 */
export function questionOf(
  report: MailDigest['report'],
  { concernsUs, isTheirs }: { concernsUs: boolean; isTheirs: boolean },
): Question | null {
  if (!concernsUs) return null;
  if (report.class === 'unreadable') return 'unreadable';
  return report.unsubscribe === 'perhaps' || (!isTheirs && report.class === 'unsubscribe') ? 'wants_out' : null;
}

/** Asks about a conversation, and pauses the campaigns of its lead until somebody decides. */
export async function openQuestion(
  scope: WriteScope,
  asked: { conversationId: Uuid; leadId: Uuid | null; question: Question },
): Promise<void> {
  const [row] = await scope.sql<{ lead_id: Uuid | null }>(
    `update conversation set lead_id = coalesce(lead_id, $3), question = case when question = 'wants_out' then question else $4 end
      where workspace_id = $1 and id = $2 returning lead_id`,
    [scope.workspaceId, asked.conversationId, asked.leadId, asked.question],
  );
  if (row?.lead_id) await pauseEnrollments(scope, row.lead_id);
}
