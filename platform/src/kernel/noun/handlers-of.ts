import {
  idOutput,
  snakeCase,
  toPublicId,
  type DescribedNoun,
  type Ending,
  type EventName,
  type Fields,
  type Permission,
  type StandardVerb,
  type Uuid,
} from '@tabard/contract';
import { nouns } from '@tabard/contract/nouns';
import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { fail } from '../fail.ts';
import { workspaceMutation, workspaceQuery } from '../rpc.ts';
import type { WriteScope } from '../tenancy.ts';
import { newId } from '../uuid.ts';
import { readOne } from './list-of.ts';
import type { Seen, Store } from './store-of.ts';
import type { EntityOf } from './table-of.ts';

type Input<S extends z.ZodType> = z.output<S>;
type CreateInput<N extends DescribedNoun, F extends Fields, E extends Ending> = Input<
  Store<N, F, E>['noun']['createInput']
>;
type UpdateInput<N extends DescribedNoun, F extends Fields, E extends Ending> = Omit<
  Input<Store<N, F, E>['noun']['updateInput']>,
  'id'
>;
/** Values of columns, by field. */
type Values<F extends Fields, E extends Ending> = Partial<EntityOf<F, E>>;

/** The lead, the company or the deal that a row stands on. */
export interface OnRecord {
  leadId?: Uuid | null;
  companyId?: Uuid | null;
  dealId?: Uuid | null;
}

/** The record that a row stands on, as the events of such nouns say it. */
export const recordOf = ({ leadId, companyId, dealId }: OnRecord) => ({
  leadId: leadId ? toPublicId('lead', leadId) : null,
  companyId: companyId ? toPublicId('company', companyId) : null,
  dealId: dealId ? toPublicId('deal', dealId) : null,
});

const standsOnRecord = (name: DescribedNoun): boolean => 'onRecord' in nouns[name];

/** Says that something happened to one of a noun; of one that stands on a record `on` is what it stands on. */
export function emitStandard<N extends DescribedNoun, F extends Fields, E extends Ending>(
  scope: WriteScope,
  { noun: { name } }: Store<N, F, E>,
  verb: StandardVerb,
  id: Uuid,
  on: OnRecord = {},
): void {
  const event = `${snakeCase(name)}.${verb}` as EventName; // every described noun has the standard events
  scope.emit(event, { [`${name}Id`]: toPublicId(name, id), ...(standsOnRecord(name) && recordOf(on)) } as never);
}

/** Empty texts that may be missing are stored as nothing. */
function withoutBlanks<F extends Fields, E extends Ending>(fields: F, values: Record<string, unknown>): Values<F, E> {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    kept.map(([key, value]) => [key, value === '' && fields[key]?.facts.nullable ? null : value]),
  ) as Values<F, E>;
}

/** Writes one row through the ORM, and says so. */
export async function insertOne<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: WriteScope,
  values: Values<F, E>,
): Promise<Seen<N, F, E>> {
  const { em, workspaceId } = scope;
  const id = newId();
  const row = { ...withoutBlanks(store.noun.fields, values), workspaceId, id };
  em.create(store.entity, row as never); // a value for every column without a default, by the schema of the input
  await em.flush().catch(store.refuseConflict);
  emitStandard(scope, store, 'created', id, values as OnRecord);
  return reread(store, scope, id);
}

async function reread<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: WriteScope,
  id: Uuid,
): Promise<Seen<N, F, E>> {
  const row = await readOne(store, scope, id);
  return store.shape(row!); // written in this transaction
}

/** Loads a live one and keeps it from others until the transaction ends, or ends the action with the 404 of every unknown id. */
export async function lockOne<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  { em, workspaceId }: WriteScope,
  id: Uuid,
): Promise<EntityOf<F, E>> {
  const where = { workspaceId, id, ...(store.noun.ending === 'archived' ? { archivedAt: null } : {}) };
  const found = await em.findOne(store.entity, where as never, { lockMode: LockMode.PESSIMISTIC_WRITE }); // columns of every table
  return found ?? fail(store.notFound);
}

/** Changes what is given of one that is locked, writes only what differs, and says so when something does. */
export async function changeOne<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: WriteScope,
  known: EntityOf<F, E>,
  changes: Values<F, E>,
): Promise<Seen<N, F, E>> {
  Object.assign(known, withoutBlanks(store.noun.fields, changes), { updatedAt: new Date() });
  await scope.em.flush().catch(store.refuseConflict);
  emitStandard(scope, store, 'updated', known.id, known as OnRecord);
  return reread(store, scope, known.id);
}

/** A procedure: one of a noun, live or archived. */
export const getOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(store: Store<N, F, E>) =>
  workspaceQuery({
    permission: store.read,
    input: store.noun.idInput,
    output: store.noun.output,
    async handler(scope, { id }) {
      const row = await readOne(store, scope, id);
      return row ? (store.shape(row) as never) : fail(store.notFound); // the schema of this noun
    },
  });

interface Prepare<F extends Fields, E extends Ending, I> {
  /** What is stored for an input, and the noun's own rules; without it the input as it is. */
  prepare?: (scope: WriteScope, input: I) => Promise<Values<F, E>> | Values<F, E>;
}

/** A procedure: adds one. */
export const createOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  { prepare }: Prepare<F, E, CreateInput<N, F, E>> = {},
) =>
  workspaceMutation({
    permission: store.write,
    input: store.noun.createInput,
    output: store.noun.output,
    async handler(scope, input) {
      return insertOne(store, scope, prepare ? await prepare(scope, input) : (input as Values<F, E>)) as never;
    },
  });

/** A procedure: changes the given fields of one and leaves the rest. */
export const updateOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  {
    prepare,
  }: {
    /** What is stored for the changes of a known one, and the noun's own rules; without it the changes as they are. */
    prepare?: (
      scope: WriteScope,
      changes: UpdateInput<N, F, E>,
      known: EntityOf<F, E>,
    ) => Promise<Values<F, E>> | Values<F, E>;
  } = {},
) =>
  workspaceMutation({
    permission: store.write,
    input: store.noun.updateInput,
    output: store.noun.output,
    async handler(scope, input) {
      const { id, ...changes } = input as { id: Uuid } & UpdateInput<N, F, E>; // the schema of this noun
      const known = await lockOne(store, scope, id);
      const given = changes as unknown as UpdateInput<N, F, E>; // all but the id
      const written = prepare ? await prepare(scope, given, known) : (changes as unknown as Values<F, E>);
      return changeOne(store, scope, known, written) as never;
    },
  });

/**
 * Takes some of a noun out of its lists, or brings them back: all of them or none, each as it is. One that is there already stays so.
 * They are locked in the order of their ids, so that two calls about the same ones take turns.
 */
export async function setArchived<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: WriteScope,
  { ids, archived }: { ids: readonly Uuid[]; archived: boolean },
): Promise<{ count: number }> {
  const wanted = [...new Set(ids)];
  const on = standsOnRecord(store.noun.name)
    ? ', lead_id as "leadId", company_id as "companyId", deal_id as "dealId"'
    : '';
  const rows = await scope
    .sql<{ id: Uuid; changed: boolean } & OnRecord>(
      `with wanted as (
         select id, archived_at is ${archived ? '' : 'not '}null as changed${on} from ${store.table}
          where workspace_id = $1 and id = any($2::uuid[]) order by id for update
       ), written as (
         update ${store.table} t set archived_at = ${archived ? 'now()' : 'null'}, updated_at = now()
           from wanted where t.workspace_id = $1 and t.id = wanted.id and wanted.changed
       ) select * from wanted`,
      [scope.workspaceId, wanted],
    )
    .catch(store.refuseConflict);
  if (rows.length !== wanted.length) fail(store.notFound);
  for (const { id, changed, ...record } of rows)
    if (changed) emitStandard(scope, store, archived ? 'archived' : 'restored', id, record);
  return { count: rows.length };
}

/** Removes one for good, and says so; ends the action with the 404 of every unknown id. */
async function removeOne<N extends DescribedNoun, F extends Fields, E extends Ending>(
  store: Store<N, F, E>,
  scope: WriteScope,
  id: Uuid,
): Promise<void> {
  const rows = await scope.sql(`delete from ${store.table} where workspace_id = $1 and id = $2 returning id`, [
    scope.workspaceId,
    id,
  ]);
  if (rows.length === 0) fail(store.notFound);
  emitStandard(scope, store, 'deleted', id);
}

/** A procedure: removes one for good. */
export const removeOf = <N extends DescribedNoun, F extends Fields, E extends Ending>(store: Store<N, F, E>) =>
  workspaceMutation({
    permission: store.write,
    input: store.noun.idInput,
    output: z.object({ id: idOutput(store.noun.name) }),
    async handler(scope, { id }) {
      await removeOne(store, scope, id);
      return { id: toPublicId(store.noun.name, id) };
    },
  });

interface Archiving {
  /** What it needs, where that is not writing. */
  permission?: Permission;
  /** The noun's own rules, before any of them is changed. */
  prepare?: (scope: WriteScope, ids: readonly Uuid[]) => Promise<void>;
}

const archiving =
  (archived: boolean) =>
  <N extends DescribedNoun, F extends Fields, E extends Ending>(
    store: Store<N, F, E>,
    { permission = store.write, prepare }: Archiving = {},
  ) =>
    workspaceMutation({
      permission,
      input: store.noun.idsInput,
      output: z.object({ count: z.int().describe('How many were changed.') }),
      async handler(scope, { ids }) {
        await prepare?.(scope, ids);
        return setArchived(store, scope, { ids, archived });
      },
    });

/** A procedure: takes up to 1,000 out of lists. They keep their history and can be restored. */
export const archiveOf = archiving(true);
/** A procedure: brings archived ones back, unless another live one has taken their place by now. */
export const restoreOf = archiving(false);
