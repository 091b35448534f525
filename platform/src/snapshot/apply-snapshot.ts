import { toPublicId, type Uuid } from '@tabard/contract';
import { Failure, jobPrincipal, writeAuditEntry, writeIn, type App, type SnapshotPart, type WriteScope } from '#kernel';
import { byName, fieldsThatDiffer } from './compare-snapshots.ts';
import { asJson, partsOf, SnapshotError, type SnapshotDocument } from './snapshot-document.ts';
import { describe, placeOf } from './take-snapshot.ts';

/** What applying did to one thing. */
export interface Step {
  part: string;
  name: string;
  did: 'added' | 'changed' | 'archived' | 'left';
  /** Why it was left as it is; null for any other. */
  why: string | null;
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
    // Two that are applied at once take turns.
    await scope.sql(`select pg_advisory_xact_lock(hashtextextended('snapshot ' || $1, 0))`, [workspaceId]);
    await keep?.(await describe(scope, name));
    const steps: Step[] = [];
    for (const part of partsOf(document))
      steps.push(...(await applyPart(scope, part, document.parts[part.name]!, prune))); // it has the part
    if (steps.some(({ did }) => did !== 'left'))
      await writeAuditEntry(scope.sql, workspaceId, {
        actor: null,
        origin: { ip: null, userAgent: null },
        act: 'snapshots.apply',
        outcome: 'ok',
        input: { takenAt: document.takenAt, prune },
        subjects: [toPublicId('workspace', workspaceId)],
      });
    return steps;
  });
}

async function applyPart(scope: WriteScope, part: SnapshotPart, values: unknown[], prune: boolean): Promise<Step[]> {
  const here = byName(part, await part.list(scope), ({ value }) => value);
  const wanted = byName(part, values, (value) => value);
  const steps: Step[] = [];
  const note = (name: string, did: Step['did'], why: string | null = null) =>
    steps.push({ part: part.name, name, did, why });
  for (const [name, value] of wanted) {
    const known = here.get(name) ?? null;
    if (known && fieldsThatDiffer(asJson(known.value), value).length === 0) continue;
    if (known?.fixed) {
      note(name, 'left', known.fixed);
      continue;
    }
    await part.save(scope, part.shape.parse(value), known).catch((error: unknown) => {
      throw error instanceof Failure ? new SnapshotError(sentenceOf(part, name, error), { cause: error }) : error;
    });
    note(name, known ? 'changed' : 'added');
  }
  if (!prune || !part.archive) return steps;
  const extra = [...here].filter(([name]) => !wanted.has(name));
  const gone = extra.filter(([, { fixed }]) => !fixed);
  if (gone.length > 0)
    await part.archive(
      scope,
      gone.map(([, { id }]) => id),
    );
  for (const [name, { fixed }] of extra) note(name, fixed ? 'left' : 'archived', fixed);
  return steps;
}

function sentenceOf(part: SnapshotPart, name: string, failure: Failure): string {
  const details = failure.details.map(({ path, message }) => `${path}: ${message}`);
  return [`${part.name}, "${name}": ${failure.public}`, ...details].join('\n  ');
}
