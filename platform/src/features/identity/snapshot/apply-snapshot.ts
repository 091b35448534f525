import { toPublicId, type Uuid } from '@tabard/contract';
import type { SnapshotStep } from '@tabard/contract/identity/snapshot';
import type { LeftReason } from '@tabard/contract/identity/snapshot-words';
import {
  Failure,
  jobPrincipal,
  writeAuditEntry,
  writeIn,
  type Actor,
  type App,
  type SetUp,
  type SnapshotPart,
  type WriteScope,
} from '#kernel';
import { byName, fieldsThatDiffer } from './compare-snapshots.ts';
import { describe, placeOf } from './describe-workspace.ts';
import { asJson, partsOf, SnapshotError, type SnapshotDocument } from './snapshot-document.ts';

/** What applying did to one thing, with what it was and what it is now, where it was touched. */
export interface Step extends SnapshotStep {
  before?: unknown;
  after?: unknown;
}
interface Applying {
  workspaceId: Uuid;
  prune?: boolean;
  /** Is given the set-up as it was, before anything of it changes; applied with `prune` that is there again. */
  keep?: (before: SnapshotDocument) => Promise<void>;
}

/**
 * Makes the set-up of a workspace as a document has it, whole or not at all. What the document does not have stays, or is archived with
 * `prune`. What was launched is left as it is.
 * @throws SnapshotError that names what cannot be applied
 */
export async function applySnapshot(
  app: App,
  document: SnapshotDocument,
  { workspaceId, prune = false, keep }: Applying,
): Promise<Step[]> {
  const { name } = await placeOf(app, workspaceId);
  return writeIn({ app, workspaceId, principal: jobPrincipal('snapshot', workspaceId) }, async (scope) => {
    await takeTurns(scope);
    await keep?.(await describe(scope, name));
    return applyDocument(scope, document, { prune, actor: null });
  });
}

/** Two that change the set-up of a workspace at once take turns. */
export const takeTurns = ({ sql, workspaceId }: WriteScope): Promise<unknown> =>
  sql(`select pg_advisory_xact_lock(hashtextextended('snapshot ' || $1, 0))`, [workspaceId]);

/** The same inside an open transaction. @throws SnapshotError */
export async function applyDocument(
  scope: WriteScope,
  document: SnapshotDocument,
  { prune, actor }: { prune: boolean; actor: Actor | null },
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const part of partsOf(scope.app.snapshotParts, document)) {
    const done = await applyPart(scope, part, document.parts[part.name]!, prune); // it has the part
    const now = byName(part, await part.list(scope), ({ value }) => value);
    steps.push(...done.map((step) => (step.did === 'left' ? step : { ...step, after: now.get(step.name)?.value })));
  }
  await noteInLog(scope, { act: 'snapshots.apply', actor, steps, input: { takenAt: document.takenAt, prune } });
  return steps;
}

/** Tells the workspace's audit log, where anything was changed. */
export async function noteInLog(
  { sql, workspaceId }: WriteScope,
  { act, actor, steps, input }: { act: string; actor: Actor | null; steps: readonly Step[]; input: object },
): Promise<void> {
  if (steps.every(({ did }) => did === 'left')) return;
  await writeAuditEntry(sql, workspaceId, {
    actor,
    origin: { ip: null, userAgent: null },
    act,
    outcome: 'ok',
    input,
    subjects: [toPublicId('workspace', workspaceId)],
  });
}

async function applyPart(scope: WriteScope, part: SnapshotPart, values: unknown[], prune: boolean): Promise<Step[]> {
  const here = byName(part, await part.list(scope), ({ value }) => value);
  const wanted = byName(part, values, (value) => value);
  const steps: Step[] = [];
  for (const [name, value] of wanted) {
    const known = here.get(name) ?? null;
    if (known && fieldsThatDiffer(asJson(known.value), value).length === 0) continue;
    if (known?.fixed) {
      steps.push(left(part, name, { fixed: known.fixed }));
      continue;
    }
    await save(scope, part, { name, value, known });
    steps.push({ ...stepOf(part, name, known ? 'changed' : 'added'), before: known?.value });
  }
  if (!prune || !part.archive) return steps;
  const extra = [...here].filter(([name]) => !wanted.has(name));
  const gone = extra.filter(([, { fixed }]) => !fixed);
  if (gone.length > 0)
    await part
      .archive(
        scope,
        gone.map(([, { id }]) => id),
      )
      .catch((error: unknown) => {
        throw inWords(part, gone.map(([name]) => name).join(', '), error);
      });
  for (const [name, { fixed, value }] of extra)
    steps.push(fixed ? left(part, name, { fixed }) : { ...stepOf(part, name, 'archived'), before: value });
  return steps;
}

/** Makes or changes one by the noun's own rules. @throws SnapshotError that names it */
export async function save(
  scope: WriteScope,
  part: SnapshotPart,
  { name, value, known }: { name: string; value: unknown; known: SetUp<unknown> | null },
): Promise<void> {
  await part.save(scope, part.shape.parse(value), known).catch((error: unknown) => {
    throw inWords(part, name, error);
  });
}

export const stepOf = (part: SnapshotPart, name: string, did: Step['did']): Step => ({
  part: part.name,
  name,
  did,
  reason: null,
  why: null,
});
const sentences: Readonly<Record<Exclude<LeftReason, 'fixed'>, string>> = {
  changed: 'It was changed since, and stays as it is.',
  taken: 'There is another of this name.',
  gone: 'It is gone.',
  stays: 'It cannot be taken out again.',
};
/** One that is left as it is; where its own state is why, `fixed` says so. */
export const left = (
  part: SnapshotPart,
  name: string,
  why: { fixed: string } | Exclude<LeftReason, 'fixed'>,
): Step => ({
  ...stepOf(part, name, 'left'),
  ...(typeof why === 'string' ? { reason: why, why: sentences[why] } : { reason: 'fixed', why: why.fixed }),
});

/** What a noun's own rules refuse, as a sentence that names the thing; anything else as it is. */
const inWords = (part: SnapshotPart, name: string, error: unknown): unknown =>
  error instanceof Failure ? new SnapshotError(sentenceOf(part, name, error), { cause: error }) : error;

function sentenceOf(part: SnapshotPart, name: string, failure: Failure): string {
  const details = failure.details.map(({ path, message }) => `${path}: ${message}`);
  return [`${part.name}, "${name}": ${failure.public}`, ...details].join('\n  ');
}
