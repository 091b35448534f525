import type { Command } from './command.ts';
import type { PlaceCommand, PlaceNoun } from './steer-places.ts';

const reason = { '--reason': 'why, for those who may resume it' };
const name = { '--name': 'what it is called' };

const described = (noun: PlaceNoun): readonly (Omit<Command, 'run' | 'name'> & { does: PlaceCommand })[] => [
  {
    does: 'list',
    summary: `List ${noun}s, one a line: id, what holds there, what it lies below, external id, name.`,
    usage: '[--organization <id>] [--json]',
    options: { '--organization': 'only those right below this one', '--json': 'one JSON object a line' },
  },
  {
    does: 'create',
    summary: `Add ${noun === 'workspace' ? 'a workspace' : 'a vendor or an agency'} below an organization.`,
    usage: `--organization <id> --name <name>${noun === 'organization' ? ' --slug <short name>' : ''}`,
    options: {
      '--organization': 'the organization that it comes below',
      ...name,
      '--external-id': 'what your own system calls it',
      ...(noun === 'organization' && {
        '--slug': 'its short name: lower-case letters, digits, hyphens',
        '--kind': 'agency or vendor; an agency otherwise',
      }),
    },
  },
  {
    does: 'suspend',
    summary: 'Suspend it: within five seconds nobody of it comes in and nothing is sent.',
    usage: '<id> --reason <words>',
    options: reason,
  },
  { does: 'resume', summary: 'End a suspension.', usage: '<id>' },
  { does: 'archive', summary: 'Archive it: as quiet as a suspended one, and out of the way.', usage: '<id>' },
  { does: 'restore', summary: 'Take it out of the archive, also one that is to be deleted.', usage: '<id>' },
  {
    does: 'delete',
    summary: 'Archive it, and delete all of it when the days of grace are over.',
    usage: '<id> --name <name>',
    options: { '--name': 'what it is called, exactly as it stands' },
  },
  {
    does: 'move',
    summary: 'Put it below another organization.',
    usage: '<id> --to <organization>',
    options: { '--to': 'the organization that it comes right below' },
  },
];

/** The commands that look at organizations and workspaces, and steer them. */
export const placeCommands: readonly Command[] = (['organization', 'workspace'] as const).flatMap((noun) =>
  described(noun).map(({ does, ...said }): Command => ({
    ...said,
    name: `${noun} ${does}`,
    run: async (args) => (await import('./steer-places.ts')).runPlaces(noun, does, args),
  })),
);
