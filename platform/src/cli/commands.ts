import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { placeCommands } from './place-commands.ts';

/** Every command. Each is loaded only when it is called, so that help and completion are quick. */
export const commands: readonly Command[] = [
  {
    name: 'start',
    summary: 'Start everything on this machine: database, mail sandbox, platform and example portal.',
    options: { '--no-demo': 'without demo, sandbox and portal; prints the first sign-in and the first API key' },
    run: async (args) => (await import('./start.ts')).start(args),
  },
  {
    name: 'setup',
    summary: 'Set up an empty installation: its operator, the link of its first person, its first API key.',
    usage: '[--organization <name>]',
    options: {
      '--organization': 'the name of the company whose installation it is; the first person is asked otherwise',
      '--link': 'another link: for the first person, or for their password once they are there',
      '--key': 'another key in place of the first, which ends',
    },
    run: async (args) => (await import('./setup.ts')).runSetup(args),
  },
  {
    name: 'migrate',
    summary: 'Bring the database up to date.',
    run: async () => (await import('./migrate.ts')).runMigrate(),
  },
  {
    name: 'seed',
    summary: 'Fill an empty database with the demo: two agencies, three clients, thirty days of history.',
    run: async () => (await import('./seed.ts')).runSeed(),
  },
  {
    name: 'tenancy audit',
    summary: 'Look for holes in the walls between workspaces. Exit code 0 only when there are none.',
    run: async () => (await import('./tenancy-audit.ts')).runTenancyAudit(),
  },
  {
    name: 'trace check',
    summary:
      'Look for the product’s name and foreign brands in all that clients and recipients see. Exit code 0 only without.',
    options: { '--no-browser': 'leave out what only a browser shows, where there is none' },
    run: async (args) => (await import('./trace-check.ts')).runTraces(args),
  },
  {
    name: 'permissions',
    summary: 'Print which role may call which procedure, tab by tab.',
    run: async () => (await import('./permissions.ts')).runPermissions(),
  },
  ...placeCommands,
  {
    name: 'workspace export',
    summary: 'Write all of a workspace into a file, its passwords sealed with the words in ARCHIVE_KEY.',
    usage: '<workspace> <file>',
    run: async (args) => (await import('./workspace.ts')).runWorkspaceExport(args),
  },
  {
    name: 'workspace import',
    summary: 'Make a workspace of such a file, here or on another installation. What was running is paused.',
    usage: '<file> --organization <id> [--name <name>]',
    options: {
      '--organization': 'the organization that it is put into',
      '--name': 'what it is called here; as before otherwise',
    },
    run: async (args) => (await import('./workspace.ts')).runWorkspaceImport(args),
  },
  {
    name: 'snapshot take',
    summary: 'Write the set-up of a workspace into a file: its settings, templates, and campaigns as drafts.',
    usage: '<workspace> <file> [--force]',
    options: { '--force': 'write over a file that is there already' },
    run: async (args) => (await import('./snapshot.ts')).runSnapshotTake(args),
  },
  {
    name: 'snapshot diff',
    summary: 'Say in what two set-ups differ: two files, two workspaces, or one of each. Exit code 0 when in nothing.',
    usage: '<file or workspace> <file or workspace>',
    run: async (args) => (await import('./snapshot.ts')).runSnapshotDiff(args),
  },
  {
    name: 'snapshot apply',
    summary: 'Make workspaces as such a file has them, each whole or not at all. What was launched stays as it is.',
    usage: '<file> <workspace>… [--prune] [--before <folder>]',
    options: {
      '--prune': 'archive what the file does not have',
      '--before': 'a folder to write first how each workspace was; apply that file with --prune to go back',
    },
    run: async (args) => (await import('./snapshot.ts')).runSnapshotApply(args),
  },
  {
    name: 'secrets rotate',
    summary:
      'Seal stored passwords and the like anew with today’s ENCRYPTION_KEY. Exit code 0 when all could be opened.',
    run: async () => (await import('./secrets.ts')).runSecretsRotate(),
  },
  {
    name: 'events consumers',
    summary: 'Say how far everybody who hears of events is behind, and what was set aside.',
    run: async () => (await import('./events.ts')).runConsumersReport(),
  },
  {
    name: 'events rewind',
    summary: 'Have one of them hear kept events again: all, those after a position, or those since a time.',
    usage: '<consumer> [--to <position or time>]',
    options: { '--to': 'a position such as 1200, or a time such as 2026-03-01T09:00Z' },
    run: async (args) => (await import('./events.ts')).runRewind(args),
  },
  {
    name: 'mail inspect',
    summary: 'Say what raw mails are: one line for each file, folders are walked.',
    usage: '<files or folders>',
    options: { '--json': 'one JSON object a line' },
    run: async (args) => (await import('./mail-inspect.ts')).runMailInspect(args),
  },
  {
    name: 'doctor',
    summary: 'Say what is wrong with this installation and how to mend it.',
    run: async () => (await import('./doctor.ts')).runDoctor(),
  },
  {
    name: 'completion',
    summary: 'Print a completion script: eval "$(npm run --silent tabard -- completion bash)".',
    usage: 'bash | zsh | fish',
    run: async (args) => completion(commands, args[0]),
  },
];
