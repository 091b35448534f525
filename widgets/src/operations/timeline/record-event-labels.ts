import { msg } from '@lit/localize';
import type { StandardVerb } from '@tabard/contract';

type Nouns = 'note' | 'logged_activity' | 'task' | 'file';
type Words = Readonly<Record<StandardVerb, () => string>>;

/** What became of what stands on a lead, a company or a deal, told of that record. */
const words: Readonly<Record<Nouns, Words>> = {
  note: {
    created: () => msg('Note written'),
    updated: () => msg('Note changed'),
    archived: () => msg('Note deleted'),
    restored: () => msg('Note brought back'),
    deleted: () => msg('Note deleted'),
  },
  logged_activity: {
    created: () => msg('Activity logged'),
    updated: () => msg('Activity changed'),
    archived: () => msg('Activity deleted'),
    restored: () => msg('Activity brought back'),
    deleted: () => msg('Activity deleted'),
  },
  task: {
    created: () => msg('Task added'),
    updated: () => msg('Task changed'),
    archived: () => msg('Task deleted'),
    restored: () => msg('Task brought back'),
    deleted: () => msg('Task deleted'),
  },
  file: {
    created: () => msg('File added'),
    updated: () => msg('File renamed'),
    archived: () => msg('File deleted'),
    restored: () => msg('File brought back'),
    deleted: () => msg('File deleted'),
  },
};

/** The words of a standard event of such a noun; empty where it is of another one. */
export const recordEventWord = (noun: string, verb: StandardVerb): string =>
  Object.hasOwn(words, noun) ? words[noun as Nouns][verb]() : '';
