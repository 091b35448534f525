import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { mentionsIn } from '@tabard/contract/crm/mentions';
import type { SubjectColumns } from '#features/crm/record-subject';
import { membersHere } from '#features/identity/member';
import { teamsNow } from '#features/identity/team';
import { fail, recordOf, type WriteScope } from '#kernel';
import { mailMentioned } from './mail-mentioned.ts';

interface Written extends SubjectColumns {
  id: Uuid;
  text: string;
}

/** Whom a note names for the first time. */
interface Named {
  id: Uuid;
  userId: Uuid;
  /** The team as one of which they are named; null for who is named as a person. */
  team: string | null;
}

/** How many people and teams one note names at most, and how many people it is told to. */
const [mostNamed, mostTold] = [50, 300];

/**
 * Keeps who is named in a note. Whoever is named for the first time, as a person or as one of a team, is told by an event and a mail, in
 * the same transaction: once for each note, whatever becomes of it. Whoever names themselves is not written to. `before` is what the note
 * said: who joins a team later is told of nothing.
 * @throws Failure `request.invalid` where somebody is no member here, or a team is none.
 */
export async function noteMentions(scope: WriteScope, note: Written, before: string): Promise<void> {
  const ids = mentionsIn(note.text);
  if (ids.length > mostNamed) refuse(`Name ${mostNamed} people and teams or fewer.`, 'too_long');
  const said = new Set(mentionsIn(before));
  const named = await namedFirst(
    scope,
    note.id,
    ids.filter((id) => !said.has(id)),
  );
  if (named.length > mostTold) refuse(`Name fewer teams: ${mostTold} people at most are told.`, 'too_long');
  for (const person of named) {
    await scope.sql('insert into note_mention (workspace_id, note_id, member_id) values ($1, $2, $3)', [
      scope.workspaceId,
      note.id,
      person.id,
    ]);
    const memberId = toPublicId('member', person.id);
    scope.emit('note.mentioned', { noteId: toPublicId('note', note.id), memberId, ...recordOf(note) });
    if (person.userId !== writerOf(scope)) await mailMentioned(scope, person, note);
  }
}

/** Those of them who were not told of the note before: people by themselves first, then who else is in the teams. */
async function namedFirst(scope: WriteScope, noteId: Uuid, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const { sql, workspaceId } = scope;
  const known = await sql<{ member_id: Uuid }>(
    'select member_id from note_mention where workspace_id = $1 and note_id = $2',
    [workspaceId, noteId],
  );
  const told = new Set(known.map((row) => row.member_id));
  const wanted = ids.flatMap((id) => fromPublicId('member', id) ?? []);
  const people = await sql<{ id: Uuid; user_id: Uuid }>(
    `${membersHere('m.id, m.user_id')} and m.id = any($2::uuid[])`,
    [workspaceId, wanted],
  );
  const fresh = wanted.filter((id) => !told.has(id));
  if (fresh.some((id) => !people.some((one) => one.id === id)))
    refuse('Somebody who is named here is no member of this workspace.', 'not_listed');
  const teamIds = ids.filter((id) => fromPublicId('team', id) !== null);
  const teams = await teamsNow(scope, teamIds);
  if (teams.length < teamIds.length) refuse('A team that is named here is not there any more.', 'not_listed');
  const all: Named[] = [
    ...people.map(({ id, user_id: userId }) => ({ id, userId, team: null })),
    ...teams.flatMap(({ name, people: its }) => its.map((one) => ({ ...one, team: name }))),
  ];
  return all.filter(({ id }) => !told.has(id) && told.add(id));
}

const writerOf = ({ principal }: WriteScope): Uuid | null =>
  principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;

const refuse = (message: string, reason: 'not_listed' | 'too_long'): never =>
  fail('request.invalid', { details: [{ path: 'text', reason, message }] });
