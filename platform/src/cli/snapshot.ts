import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromPublicId, toPublicId, type Uuid } from '@tabard/contract';
import { snapshotParts } from '#features';
import {
  applySnapshot,
  compareSnapshots,
  describeWorkspace,
  readSnapshot,
  SnapshotError,
  writeSnapshot,
  type SnapshotDocument,
  type Step,
} from '#features/identity/snapshot';
import type { App } from '#kernel';
import { CommandError } from './command.ts';
import { withLocalApp } from './local-app.ts';

/** Writes the set-up of a workspace into a file; over one that is there only with `--force`. */
export async function runSnapshotTake(args: string[]): Promise<number> {
  const [workspace = '', file, ...rest] = args.filter((word) => word !== '--force');
  const workspaceId = fromPublicId('workspace', workspace);
  if (!workspaceId || !file || rest.length > 0)
    throw new CommandError('Name a workspace by its id, such as wsp_…, and the file to write.');
  if (!args.includes('--force') && (await isThere(file)))
    throw new CommandError(`${file} is there already. Name another file, or write over it with --force.`);
  return withLocalApp(async (app) => {
    const document = await inWords(describeWorkspace(app, workspaceId));
    await inWords(writeSnapshot(file, document));
    const counts = Object.entries(document.parts).map(([name, things]) => `${things.length} ${name}`);
    console.log(`${counts.join(', ')} in ${file}`);
    return 0;
  });
}

const isThere = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Says in what two set-ups differ. Exit code 1 where they do, as of any diff. */
export async function runSnapshotDiff([one, other, ...rest]: string[]): Promise<number> {
  if (!one || !other || rest.length > 0)
    throw new CommandError('Name two set-ups, each by its file or by the id of a workspace, such as wsp_….');
  const files = await inWords(Promise.all([one, other].map((name) => readFileOf(name))));
  const compare = async (app?: App): Promise<number> => {
    const [from, to] = (await inWords(
      Promise.all(files.map(async (known) => (typeof known === 'string' ? describeWorkspace(app!, known) : known))), // only files need none
    )) as [SnapshotDocument, SnapshotDocument]; // as many as names
    const differences = compareSnapshots(snapshotParts, from, to);
    for (const { part, name, change, fields } of differences)
      console.log(`${signs[change]} ${part}  ${name}${fields.length > 0 ? `  (${fields.join(', ')})` : ''}`);
    console.log(differences.length === 0 ? 'No difference' : `${differences.length} differences`);
    return differences.length === 0 ? 0 : 1;
  };
  return files.some((known) => typeof known === 'string') ? withLocalApp(compare) : compare();
}

const signs = { added: '+', removed: '-', changed: '~', archived: '-', left: '=' } as const;

/** A document from its file, or the id of a workspace. */
const readFileOf = async (name: string): Promise<SnapshotDocument | Uuid> =>
  fromPublicId('workspace', name) ?? readSnapshot(snapshotParts, name);

/** Makes workspaces as a snapshot has them, each whole or not at all; one that cannot be does not keep the others from it. */
export async function runSnapshotApply(args: string[]): Promise<number> {
  const { file, workspaceIds, prune, before } = readWish(args);
  const document = await inWords(readSnapshot(snapshotParts, file));
  if (before) await requireFolder(before);
  return withLocalApp(async (app) => {
    let failed = 0;
    for (const workspaceId of workspaceIds) {
      const id = toPublicId('workspace', workspaceId);
      try {
        const keep = before ? (was: SnapshotDocument) => keepBefore(before, id, was) : undefined;
        report(id, await applySnapshot(app, document, { workspaceId, prune, keep }));
      } catch (error) {
        if (!(error instanceof SnapshotError)) throw error;
        failed += 1;
        console.error(`${id}: nothing was changed. ${error.message}`);
      }
    }
    console.log(`${workspaceIds.length - failed} of ${workspaceIds.length} workspaces are as the snapshot has them`);
    return failed === 0 ? 0 : 1;
  });
}

/** Each under a name of its own: who applies twice can go back to the very first. */
const keepBefore = (folder: string, id: string, document: SnapshotDocument): Promise<void> =>
  writeSnapshot(join(folder, `${id}-${document.takenAt.replaceAll(':', '-')}.json`), document);

const requireFolder = (folder: string): Promise<unknown> =>
  mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new CommandError(`${folder} cannot be made. Name a folder that you may write to.`, { cause: error });
  });

function report(id: string, steps: readonly Step[]): void {
  const changed = steps.filter(({ did }) => did !== 'left').length;
  console.log(`${id}: ${changed === 0 ? 'nothing to change' : `${changed} changed`}`);
  for (const { part, name, did, why } of steps)
    console.log(`  ${signs[did]} ${part}  ${name}${why ? `  (${why})` : ''}`);
}

function readWish(args: string[]): { file: string; workspaceIds: Uuid[]; prune: boolean; before: string | undefined } {
  const rest = [...args];
  const prune = rest.includes('--prune');
  if (prune) rest.splice(rest.indexOf('--prune'), 1);
  const at = rest.indexOf('--before');
  const before = at < 0 ? undefined : rest.splice(at, 2)[1];
  const [file, ...workspaces] = rest;
  const workspaceIds = workspaces.map((one) => fromPublicId('workspace', one));
  if (!file || workspaces.length === 0 || workspaceIds.includes(null) || (at >= 0 && !before))
    throw new CommandError('Name the file, and the workspaces by their ids, such as wsp_….');
  return { file, workspaceIds: [...new Set(workspaceIds)] as Uuid[], prune, before }; // null was refused
}

/** What the person can mend, without a stack. */
const inWords = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof SnapshotError ? new CommandError(error.message) : error;
  });
