import { fromPublicId } from '@tabard/contract';
import { permissions } from '@tabard/contract/permissions';
import { appRouter } from '#features';
import { failureOf, type App, type Principal } from '#kernel';
import { TRPCError } from '@trpc/server';
import { CommandError } from './command.ts';
import { withLocalApp } from './local-app.ts';

/** What the commands call a place. */
export type PlaceNoun = 'organization' | 'workspace';
export type PlaceCommand = 'list' | 'create' | 'suspend' | 'resume' | 'archive' | 'restore' | 'delete' | 'move';
type Caller = ReturnType<typeof appRouter.createCaller>;

/** Options of the commands, each with what follows it. */
const known = ['--organization', '--name', '--external-id', '--reason', '--to', '--kind', '--slug'] as const;
type Given = Partial<Record<(typeof known)[number] | '--json' | 'id', string>>;

/** Runs one of the commands that look at organizations and workspaces, or steer them, as the operator. */
export function runPlaces(noun: PlaceNoun, command: PlaceCommand, args: string[]): Promise<number> {
  const given = readGiven(args);
  if (given.id !== undefined && (command === 'list' || command === 'create')) missing(`${given.id} says nothing here.`);
  return withLocalApp(async (app) => {
    try {
      await steer(await callerOf(app), noun, command, given);
    } catch (error) {
      if (!(error instanceof TRPCError)) throw error;
      const { message, details } = failureOf(error).toBody('');
      throw new CommandError([message, ...details.map((one) => `${one.path}: ${one.message}`)].join('\n'), {
        cause: error,
      });
    }
    return 0;
  });
}

function readGiven(args: string[]): Given {
  const given: Given = {};
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const option = known.find((one) => one === word);
    if (word === '--json') given['--json'] = 'yes';
    else if (option) given[option] = rest.shift() ?? missing(`Say what follows ${option}.`);
    else if (given.id === undefined && !word.startsWith('-')) given.id = word;
    else missing(`${word} says nothing here.`);
  }
  return given;
}

/** The procedures, as somebody who administers the whole installation. */
async function callerOf(app: App): Promise<Caller> {
  const [operator] = await app.database.readOrganization<{ id: string }>(
    'select id from organization where parent_id is null order by id limit 1',
  );
  const principal: Principal = {
    kind: 'job',
    job: 'command line',
    workspaceId: null,
    organizationId: operator?.id ?? missing('There is no organization yet: "npm run tabard -- setup" makes the first.'),
    permissions: new Set(permissions),
  };
  return appRouter.createCaller({
    app,
    requestId: 'command line',
    principal,
    workspaceId: null,
    ip: '',
    idempotencyKey: null,
  });
}

async function steer(caller: Caller, noun: PlaceNoun, command: PlaceCommand, given: Given): Promise<void> {
  if (command === 'list') return list(caller, noun, given);
  if (command === 'create') return create(caller, noun, given);
  const place = named(noun, given.id);
  const { tree } = caller;
  const acts = {
    suspend: () => tree.suspend({ ...place, reason: given['--reason'] ?? missing('Say why with --reason.') }),
    resume: () => tree.resume(place),
    archive: () => tree.archive(place),
    restore: () => tree.restore(place),
    delete: () =>
      tree.delete({ ...place, name: given['--name'] ?? missing('Write its name exactly as it stands with --name.') }),
    move: () => tree.move({ ...place, parentId: given['--to'] ?? missing('Name the organization with --to <id>.') }),
  };
  const { id, standing, deletesAt, name } = await acts[command]();
  console.log([id, standing, name].join('\t'));
  if (command === 'delete' && deletesAt)
    console.log(
      `It can be brought back until ${deletesAt} with "${noun} restore ${id}"; then all of it is deleted.` +
        (noun === 'workspace' ? ` "workspace export ${id} <file>" writes it into a file before.` : ''),
    );
}

function named(noun: PlaceNoun, id = ''): { organizationId: string } | { workspaceId: string } {
  if (!fromPublicId(noun, id) && !id.startsWith('external:'))
    missing(`Name the ${noun} by its id, such as ${noun === 'workspace' ? 'wsp_…' : 'org_…'}`);
  return noun === 'workspace' ? { workspaceId: id } : { organizationId: id };
}

async function create(caller: Caller, noun: PlaceNoun, given: Given): Promise<void> {
  const below =
    given['--organization'] ?? missing('Name the organization that it comes below with --organization <id>.');
  const name = given['--name'] ?? missing('Say what it is called with --name.');
  const externalId = given['--external-id'];
  const made =
    noun === 'workspace'
      ? await caller.workspaces.create({ organizationId: below, name, externalId })
      : await caller.organizations.create({
          parentId: below,
          name,
          externalId,
          slug: given['--slug'] ?? missing('Give it a short name with --slug: lower-case letters, digits, hyphens.'),
          kind: kindOf(given['--kind']),
        });
  console.log([made.id, made.standing, made.name].join('\t'));
}

function kindOf(word = 'agency'): 'agency' | 'vendor' {
  return word === 'agency' || word === 'vendor' ? word : missing(`There is no kind "${word}": say agency or vendor.`);
}

/** A line for each: id, what holds there, the organization above, the external id, the name; or an object with `--json`. */
async function list(caller: Caller, noun: PlaceNoun, given: Given): Promise<void> {
  const above = given['--organization'];
  let cursor: string | undefined;
  do {
    const page = { limit: 200, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } =
      noun === 'workspace'
        ? await caller.workspaces.list({ ...page, organizationId: above })
        : await caller.organizations.list({ ...page, parentId: above });
    for (const item of items) {
      const parent = 'organizationId' in item ? item.organizationId : item.parentId;
      console.log(
        given['--json']
          ? JSON.stringify(item)
          : [item.id, item.standing, parent ?? '-', item.externalId ?? '-', item.name].join('\t'),
      );
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function missing(words: string): never {
  throw new CommandError(words);
}
