import { toPublicId, type Uuid } from '@tabard/contract';
import { originOf, writeAuditEntry, type RequestContext } from '#kernel';

/**
 * Notes in every organization of a person that somebody signed in as them or tried to, or did another `act` on the way. What cannot be noted is logged, and keeps nobody
 * out. A failure is noted beside the answer, which must not tell by its time whether there is such a person.
 */
export async function noteSignIn(
  ctx: RequestContext,
  userId: Uuid,
  outcome: string,
  act = 'sessions.signIn',
): Promise<void> {
  const { database, log } = ctx.app;
  try {
    const homes = await database.readOrganization<{ id: Uuid }>(
      'select distinct organization_id as id from member where user_id = $1',
      [userId],
    );
    for (const { id } of homes)
      await database.write(id, (_em, sql) =>
        writeAuditEntry(sql, id, {
          actor: { kind: 'user', id: userId },
          origin: originOf(ctx),
          act,
          outcome,
          input: undefined,
          subjects: [toPublicId('user', userId)],
        }),
      );
  } catch (error) {
    log.warn({ err: error, userId }, 'a sign-in could not be noted');
  }
}
