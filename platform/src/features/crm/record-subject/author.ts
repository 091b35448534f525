import type { Uuid } from '@tabard/contract';
import { callerOf, fail, p, type Principal, type WriteScope } from '#kernel';

/** Columns that say who wrote a row; callers see the name alone. */
export const authorColumns = {
  /** Who wrote it, in the form in which callers are told apart. */
  author: p.string().length(300),
  /** The person of ours who did. */
  authorUserId: p.uuid().nullable(),
  /** What another author was called then: a key, or somebody of a host's. */
  authorSays: p.string().length(200).nullable(),
};

/** What the author of a row under an alias is called now. */
export const authorName = (alias: string): string =>
  `coalesce((select u.name from app_user u where u.id = ${alias}.author_user_id), ${alias}.author_says)`;

/** What is stored of who writes. A page of ours is written on by the person who signed in to it. */
export async function authorOf({ app, principal }: Pick<WriteScope, 'app' | 'principal'>) {
  const userId = userOf(principal);
  const author = keyOf(principal).slice(0, 300);
  if (userId) return { author, authorUserId: userId, authorSays: null };
  return { author, authorUserId: null, authorSays: await nameOf(app, principal) };
}

const userOf = (principal: Principal): Uuid | null =>
  principal.kind === 'user' || principal.kind === 'embed_session' ? principal.userId : null;

const keyOf = (principal: Principal): string => {
  const userId = userOf(principal);
  return userId ? `user:${userId}` : callerOf(principal);
};

async function nameOf(app: WriteScope['app'], principal: Principal): Promise<string | null> {
  if (principal.kind === 'embed_session') return principal.externalUser.name.slice(0, 200);
  if (principal.kind !== 'api_key') return null;
  const [key] = await app.database.readOrganization<{ name: string }>('select name from api_key where id = $1', [
    principal.apiKeyId,
  ]);
  return key?.name ?? null;
}

/** A row with its author. */
export interface Authored {
  author: string;
}

const mayChange = (principal: Principal, { author }: Authored): boolean =>
  author === keyOf(principal).slice(0, 300) || principal.permissions.has('workspace.manage');

/** Rows of a table with `canChange`, around the statement that gives them under an alias. */
export const withAuthor = <R extends object, T>(
  { table, alias, shape }: { table: string; alias: string; shape: (row: R) => T },
  principal: Principal,
) => ({
  around: (rows: string) =>
    `select ${alias}.*, a.author from (${rows}) as ${alias} join ${table} a on a.workspace_id = $1 and a.id = ${alias}.id`,
  shape: (row: R & Authored): T & { canChange: boolean } => ({
    ...shape(row),
    canChange: mayChange(principal, row),
  }),
});

/**
 * Ends the action unless the caller wrote all of these rows, or manages the workspace. Rows that are not there are left to the action.
 * @throws Failure `auth.permission_denied`.
 */
export async function requireAuthor(scope: WriteScope, table: string, ids: readonly Uuid[]): Promise<void> {
  const rows = await scope.sql<Authored>(
    `select author from ${table} where workspace_id = $1 and id = any($2::uuid[])`,
    [scope.workspaceId, ids],
  );
  if (rows.every((row) => mayChange(scope.principal, row))) return;
  fail('auth.permission_denied', {
    public: 'Only who wrote this, and who manages the workspace, may change it.',
    internal: `not the author of ${table}`,
  });
}
