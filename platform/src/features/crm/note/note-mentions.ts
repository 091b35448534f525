import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { mentionsIn } from '@tabard/contract/crm/mentions';
import { membersHere } from '#features/crm/company';
import type { SubjectColumns } from '#features/crm/record-subject';
import { fail, recordOf, type WriteScope } from '#kernel';
import { mailMentioned } from './mail-mentioned.ts';

interface Written extends SubjectColumns {
  id: Uuid;
  text: string;
}

/** The most people whom one note names. */
const mostNamed = 50;

/**
 * Keeps who is named in a note. Whoever is named for the first time is told by an event and a mail, in the same transaction: once for each
 * note, whatever becomes of it. Whoever names themselves is not written to.
 * @throws Failure `request.invalid` that says who is no member here.
 */
export async function noteMentions(scope: WriteScope, note: Written): Promise<void> {
  const { sql, workspaceId } = scope;
  const named = mentionsIn(note.text).flatMap((id) => fromPublicId('member', id) ?? []);
  if (named.length > mostNamed) refuse(`Name ${mostNamed} people or fewer.`, 'too_long');
  const known = await sql<{ member_id: Uuid }>(
    'select member_id from note_mention where workspace_id = $1 and note_id = $2',
    [workspaceId, note.id],
  );
  const before = new Set(known.map((row) => row.member_id));
  const fresh = named.filter((id) => !before.has(id));
  if (fresh.length === 0) return;
  const people = await sql<{ id: Uuid; user_id: Uuid }>(
    `${membersHere('m.id, m.user_id')} and m.id = any($2::uuid[])`,
    [workspaceId, fresh],
  );
  if (people.length < fresh.length) refuse('Somebody who is named here is no member of this workspace.', 'not_listed');
  for (const person of people) {
    await sql('insert into note_mention (workspace_id, note_id, member_id) values ($1, $2, $3)', [
      workspaceId,
      note.id,
      person.id,
    ]);
    const memberId = toPublicId('member', person.id);
    scope.emit('note.mentioned', { noteId: toPublicId('note', note.id), memberId, ...recordOf(note) });
    if (person.user_id !== writerOf(scope)) await mailMentioned(scope, person.id, note);
  }
}

const writerOf = ({ principal }: WriteScope): Uuid | null =>
  principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;

const refuse = (message: string, reason: 'not_listed' | 'too_long'): never =>
  fail('request.invalid', { details: [{ path: 'text', reason, message }] });
