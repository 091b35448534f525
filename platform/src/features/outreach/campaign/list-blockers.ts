import type { Campaign, Uuid } from '@tabard/contract';
import { senderIdentity } from '#features/identity/workspace';
import { checkTextsApart, textsOf } from '#features/outreach/template';
import { Failure, type ReadScope } from '#kernel';
import { audienceCondition, type Audience } from './select-audience.ts';

type Looking = Pick<ReadScope, 'read' | 'workspaceId'>;
type Blocker = Campaign['blockers'][number];

interface Facts {
  first_subject: string | null;
  empty_bodies: number[];
  mailboxes: number;
  mailboxes_ready: number;
  days: number;
  postal_address: string | null;
}

/** What must be mended before the campaign can start; empty when it can. */
export async function listBlockers(scope: Looking, campaign: { id: Uuid; audience: Audience }): Promise<Blocker[]> {
  const { read, workspaceId } = scope;
  const [facts] = await read<Facts>(
    `with recursive ${senderIdentity}
     select (select trim(subject) from step s where s.workspace_id = $1 and s.campaign_id = $2 and s.position = 1) as first_subject,
            (select coalesce(array_agg(position order by position), '{}') from step s
              where s.workspace_id = $1 and s.campaign_id = $2 and trim(s.body) = '') as empty_bodies,
            (select count(*)::int from mailbox m where m.workspace_id = $1 and m.id = any(c.mailbox_ids) and m.archived_at is null) as mailboxes,
            (select count(*)::int from mailbox m where m.workspace_id = $1 and m.id = any(c.mailbox_ids) and m.archived_at is null
                and m.state in ('active', 'failing')) as mailboxes_ready,
            jsonb_array_length(c.schedule->'days') as days,
            (select postal_address from sender) as postal_address
       from campaign c where c.workspace_id = $1 and c.id = $2`,
    [workspaceId, campaign.id],
  );
  const someone = await hasSomeone(scope, campaign.audience);
  const blockers: Blocker[] = [];
  const add = (path: string, reason: string, message: string) => void blockers.push({ path, reason, message });
  if (facts!.first_subject === null) add('steps', 'no_steps', 'Write at least one mail.');
  else if (facts!.first_subject === '') add('steps.0.subject', 'empty_subject', 'Give the first mail a subject.');
  for (const position of facts!.empty_bodies)
    add(`steps.${position - 1}.body`, 'empty_body', `Mail ${position} has no text.`);
  for (const { path, code, message } of await unreadable(scope, campaign.id)) add(path, code, message);
  if (facts!.mailboxes === 0) add('mailboxIds', 'no_mailbox', 'Choose a mailbox to send from.');
  else if (facts!.mailboxes_ready === 0)
    add('mailboxIds', 'mailbox_not_ready', 'None of the chosen mailboxes can send now. Open them to see why.');
  if (someone === null)
    add('audience.where', 'audience_filter', 'The audience asks for a field that is gone. Change its conditions.');
  else if (!someone) add('audience', 'empty_audience', 'No lead can be contacted. Choose another audience.');
  if (facts!.days === 0) add('schedule.days', 'no_window', 'Choose at least one day on which mails may leave.');
  if (!facts!.postal_address)
    add(
      'brand.postalAddress',
      'no_postal_address',
      'Add a postal address to the brand: the law asks for it in every mail.',
    );
  return blockers;
}

/** Whether the audience takes anybody; null where it asks for what is not there any more. */
async function hasSomeone(scope: Looking, audience: Audience): Promise<boolean | null> {
  const values: unknown[] = [scope.workspaceId];
  try {
    const condition = await audienceCondition(scope, audience, values);
    const [row] = await scope.read<{ found: boolean }>(
      `select exists (select from lead l where l.workspace_id = $1 and ${condition}) as found`,
      values,
    );
    return row!.found; // exists always answers
  } catch (error) {
    if (error instanceof Failure && error.code === 'filter.invalid') return null;
    throw error;
  }
}

/** Texts that no mail can be made of. They were checked when they were saved, but not by the rules of today. */
async function unreadable({ read, workspaceId }: Looking, campaignId: Uuid) {
  const steps = await read<{ position: number; subject: string; body: string }>(
    `select position, subject, body from step
      where workspace_id = $1 and campaign_id = $2 and (subject || body) like '%{%' order by position`,
    [workspaceId, campaignId],
  );
  if (steps.length === 0) return [];
  const texts = steps.flatMap((step) => textsOf(step, `steps.${step.position - 1}.`));
  return (await checkTextsApart(workspaceId, texts, null)).problems;
}
