import { Failure, type Actor, type SnapshotPart, type WriteScope } from '#kernel';
import { left, noteInLog, save, stepOf, type Step } from './apply-snapshot.ts';
import { byName, fieldsThatDiffer } from './compare-snapshots.ts';
import { asJson } from './snapshot-document.ts';

/**
 * Takes back what a roll-out did, thing by thing: what was added is archived, what was changed or archived is as before. What people have
 * changed since stays as they have it.
 * @throws SnapshotError that names what cannot be as before
 */
export async function returnSteps(scope: WriteScope, steps: readonly Step[], actor: Actor | null): Promise<Step[]> {
  const back: Step[] = [];
  for (const part of scope.app.snapshotParts.toReversed()) {
    const done = steps.filter((step) => step.part === part.name && step.did !== 'left');
    if (done.length > 0) back.push(...(await returnPart(scope, part, done)));
  }
  await noteInLog(scope, { act: 'snapshots.roll_back', actor, steps: back, input: {} });
  return back;
}

async function returnPart(scope: WriteScope, part: SnapshotPart, steps: readonly Step[]): Promise<Step[]> {
  const here = byName(part, await part.list(scope), ({ value }) => value);
  const back: Step[] = [];
  for (const { name, did, before, after } of steps) {
    const known = here.get(name) ?? null;
    if (did === 'archived') {
      if (known) back.push(left(part, name, 'taken'));
      else {
        await save(scope, part, { name, value: before, known: null });
        back.push(stepOf(part, name, 'added'));
      }
      continue;
    }
    // What was added and is gone needs nothing.
    if (!known && did === 'added') continue;
    if (!known) back.push(left(part, name, 'gone'));
    else if (known.fixed) back.push(left(part, name, { fixed: known.fixed }));
    else if (fieldsThatDiffer(asJson(known.value), after).length > 0) back.push(left(part, name, 'changed'));
    else if (did === 'changed') {
      await save(scope, part, { name, value: before, known });
      back.push(stepOf(part, name, 'changed'));
    } else if (part.archive) {
      // One that the noun's own rules do not let go, such as the last of its kind, stays.
      const gone = await part.archive(scope, [known.id]).then(
        () => true,
        (error: unknown) => (error instanceof Failure ? false : Promise.reject(error)),
      );
      back.push(gone ? stepOf(part, name, 'archived') : left(part, name, 'stays'));
    } else back.push(left(part, name, 'stays'));
  }
  return back;
}
