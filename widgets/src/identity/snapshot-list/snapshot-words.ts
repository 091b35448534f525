import { msg, str } from '@lit/localize';
import type { Snapshot, SnapshotDifference, SnapshotRollOut, SnapshotStep } from '@tabard/contract/identity/snapshot';
import type { LeftReason } from '@tabard/contract/identity/snapshot-words';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';

/** What a part of a set-up is called; one of a later release by its own name. */
export function partName(part: string): string {
  switch (part) {
    case 'settings':
      return msg('Settings');
    case 'customFields':
      return msg('Custom fields');
    case 'segments':
      return msg('Segments');
    case 'teams':
      return msg('Teams');
    case 'pipelines':
      return msg('Pipelines');
    case 'templates':
      return msg('Templates');
    case 'campaigns':
      return msg('Campaigns');
    default:
      return part;
  }
}

/** What is called as people know it: the settings of a workspace have no name of their own. */
const thingName = (part: string, name: string): string =>
  part === 'settings' ? partName(part) : `${partName(part)}, ${name}`;

/** What it holds, such as `Templates 4, Campaigns 2`. */
export function holdsWords({ parts }: Pick<Snapshot, 'parts'>, format: Format): string {
  const held = Object.entries(parts).filter(([, count]) => count > 0);
  const words = held.map(([part, count]) =>
    part === 'settings' ? partName(part) : `${partName(part)} ${format.number(count)}`,
  );
  return words.length === 0 ? msg('Nothing') : words.join(', ');
}

/** A snapshot by its name and version. */
export const versionName = ({ name, version }: { name: string; version: number }): string =>
  version === 1 ? name : msg(str`${name}, version ${version}`);

/** How a workspace stands to what was rolled out there last, in a word or two. */
export function rollOutMark({ state, problem }: SnapshotRollOut): TemplateResult {
  switch (state) {
    case 'waiting':
      return badgeMark(msg('Being rolled out'), 'info', true);
    case 'done':
      return problem ? badgeMark(msg('Not taken back'), 'danger', true) : badgeMark(msg('Rolled out'), 'success', true);
    case 'failed':
      return badgeMark(msg('Failed'), 'danger', true);
    case 'returning':
      return badgeMark(msg('Being taken back'), 'info', true);
    case 'returned':
      return badgeMark(msg('Taken back'), 'neutral', true);
  }
}

/** What a roll-out did to one thing. */
export function stepWords({ part, name, did }: SnapshotStep): string {
  const thing = thingName(part, name);
  switch (did) {
    case 'added':
      return msg(str`Added: ${thing}`);
    case 'changed':
      return msg(str`Changed: ${thing}`);
    case 'archived':
      return msg(str`Archived: ${thing}`);
    case 'left':
      return msg(str`Left as it is: ${thing}`);
  }
}

/** Why something was left as it is. */
export function whyWords(reason: LeftReason): string {
  switch (reason) {
    case 'fixed':
      return msg('It is in use, and goes on as it is.');
    case 'changed':
      return msg('It was changed since.');
    case 'taken':
      return msg('There is another of this name.');
    case 'gone':
      return msg('It is gone.');
    case 'stays':
      return msg('It cannot be taken out again.');
  }
}

/** In what a workspace is not as a snapshot has it. */
export function differenceWords({ part, name, change }: SnapshotDifference): string {
  const thing = thingName(part, name);
  return change === 'removed' ? msg(str`Missing: ${thing}`) : msg(str`Different: ${thing}`);
}
